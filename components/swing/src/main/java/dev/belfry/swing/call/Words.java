package dev.belfry.swing.call;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.swing.AbstractButton;
import javax.swing.JComponent;

/** The words of the panels, in the default locale of Swing components. */
final class Words {
    private static final String BUNDLE = "dev.belfry.swing.call.words";

    private Words() {}

    static String of(String key, Object... arguments) {
        String text = bundle().getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale()).format(arguments);
    }

    /** Gives a button the mnemonic the words name for it. */
    static void mnemonic(AbstractButton button, String key) {
        button.setMnemonic(of(key + ".mnemonic").charAt(0));
    }

    static Locale locale() {
        return JComponent.getDefaultLocale();
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, locale(), Words.class.getModule());
    }
}
