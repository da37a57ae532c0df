package dev.belfry.demo.examples;

import dev.belfry.Belfry;
import dev.belfry.call.CallRequest;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.hub.local.LocalHub;
import dev.belfry.swing.call.CallPanel;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ResourceBundle;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.WindowConstants;
import javax.swing.table.DefaultTableModel;

/**
 * A plain Swing application, a table and a menu under the system's look and feel, that gains calling with the lines
 * between the marks. On the event dispatch thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the panel shows what becomes of a call
public final class CustomerDesk {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.examples.desk");

    private final JFrame frame = new JFrame(WORDS.getString("title"));
    private final JTable table = new JTable(new DefaultTableModel(
            new Object[][] {{"ada", "Ada Lane"}, {"ben", "Ben Okoro"}},
            new Object[] {WORDS.getString("column.id"), WORDS.getString("column.name")}));
    private final JMenu menu = new JMenu(WORDS.getString("menu"));
    private final JMenuItem call = new JMenuItem(WORDS.getString("menu.call"));
    // begin calling
    private final Belfry belfry;
    // end calling

    /**
     * Creates the application and shows its window.
     *
     * @param line the signed-in user's line to the hub
     */
    public CustomerDesk(SignalingClient line) {
        JMenuBar menus = new JMenuBar();
        menus.add(menu);
        call.setName("call");
        menu.add(call);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        frame.setName("desk");
        frame.setJMenuBar(menus);
        frame.add(new JScrollPane(table), BorderLayout.CENTER);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                exit();
            }
        });
        // begin calling
        belfry = Belfry.of(line);
        CallPanel panel = new CallPanel();
        panel.setController(belfry.controller());
        frame.add(panel, BorderLayout.EAST);
        call.addActionListener(e -> belfry.controller().initiateCall(CallRequest.video(selected())));
        // end calling
        frame.pack();
        frame.setVisible(true);
    }

    private String selected() {
        return (String) table.getValueAt(Math.max(0, table.getSelectedRow()), 0);
    }

    private void exit() {
        // begin calling
        belfry.close();
        // end calling
        frame.dispose();
    }

    /** Starts the application with a hub within this program. */
    public static void main(String[] arguments) throws ReflectiveOperationException, UnsupportedLookAndFeelException {
        UIManager.setLookAndFeel(UIManager.getSystemLookAndFeelClassName());
        LocalHub hub = LocalHub.builder()
                .user("desk", "Customer desk")
                .user("ada", "Ada Lane")
                .build();
        SwingUtilities.invokeLater(() -> new CustomerDesk(hub.connect("desk", "pc")));
    }
}
