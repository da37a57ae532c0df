package dev.belfry.demo.launcher;

import dev.belfry.call.User;
import dev.belfry.swing.controls.Avatar;
import java.awt.Color;
import java.awt.Component;
import java.util.ResourceBundle;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** A user as a row: avatar, name, presence in words. */
final class ContactRenderer implements ListCellRenderer<User> {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final int AVATAR = 40;

    private final JPanel row = new JPanel(new MigLayout("insets 8, gap 12 2", "[][grow]", "[bottom][top]"));
    private final Avatar avatar = new Avatar(AVATAR);
    private final JLabel name = new JLabel();
    private final JLabel presence = new JLabel();

    ContactRenderer() {
        row.add(avatar, "spany 2, w " + AVATAR + "!, h " + AVATAR + "!");
        row.add(name, "wmin 0, wrap");
        row.add(presence, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends User> list, User user, int index, boolean selected, boolean focused) {
        row.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        Color text = selected ? list.getSelectionForeground() : list.getForeground();
        avatar.show(user.uid(), user.name());
        name.setText(user.name());
        name.setForeground(text);
        name.setFont(list.getFont());
        presence.setText(WORDS.getString(user.online() ? "presence.online" : "presence.offline"));
        Color secondary = UIManager.getColor("Belfry.secondaryForeground");
        presence.setForeground(selected || secondary == null ? text : secondary);
        presence.setFont(list.getFont().deriveFont(list.getFont().getSize2D() - 1));
        row.getAccessibleContext().setAccessibleName(user.name() + ", " + presence.getText());
        return row;
    }
}
