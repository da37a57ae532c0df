package dev.belfry.themes;

import com.formdev.flatlaf.FlatDarkLaf;

/**
 * Belfry Dark: FlatLaf's dark theme in Belfry's colours. Its UI keys are in {@code BelfryDarkLaf.properties}; those
 * that begin with {@code Belfry.} are read by Belfry's panels, which do without them under any other look and feel.
 *
 * @since 0.1
 */
public class BelfryDarkLaf extends FlatDarkLaf {
    private static final long serialVersionUID = 1;

    /** The name that users see. */
    public static final String NAME = "Belfry Dark";

    /**
     * Makes this the application's look and feel; on the event dispatch thread, or before the first window.
     *
     * @return whether it could be set
     */
    public static boolean setup() {
        return setup(new BelfryDarkLaf());
    }

    /** Adds this to {@link javax.swing.UIManager#getInstalledLookAndFeels()}. */
    public static void installLafInfo() {
        installLafInfo(NAME, BelfryDarkLaf.class);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return "Belfry's dark look and feel";
    }
}
