package dev.belfry.demo.launcher;

import com.formdev.flatlaf.FlatClientProperties;
import dev.belfry.call.CallType;
import dev.belfry.call.User;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.swing.controls.Glyph;
import java.awt.event.ActionEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Whom one can call: the hub's users but oneself, searched as one types. For the event dispatch thread. */
final class ContactList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final Logger LOG = System.getLogger(ContactList.class.getName());
    private static final String LISTENER = "contacts";
    /** The hub tells who is there when it is asked. */
    private static final int REFRESH_MILLIS = 5_000;

    private final DefaultListModel<User> users = new DefaultListModel<>();
    private final JList<User> list = new JList<>(users);
    private final JTextField search = new JTextField();
    private final JButton audio = button("call.audio", Glyph.PHONE, CallType.AUDIO);
    private final JButton video = button("call.video", Glyph.VIDEO, CallType.VIDEO);
    private final transient BiConsumer<User, CallType> onCall;
    private final Timer refresh = new Timer(REFRESH_MILLIS, e -> fetch());
    private transient @Nullable CallController controller;
    private boolean free;

    /** Creates an empty list that tells whom the user wants to call. */
    ContactList(BiConsumer<User, CallType> onCall) {
        super(new MigLayout("fill, insets 12, wrap 2, gap 8", "[grow, fill, sg][grow, fill, sg]", "[][grow, fill][]"));
        this.onCall = onCall;
        search.setName("search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, WORDS.getString("search"));
        search.getAccessibleContext().setAccessibleName(WORDS.getString("search"));
        search.getDocument().addDocumentListener(new Typing());
        list.setName("contacts");
        list.setCellRenderer(new ContactRenderer());
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.addListSelectionListener(e -> enableButtons());
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "call");
        list.getActionMap().put("call", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                video.doClick();
            }
        });
        JScrollPane scroller = new JScrollPane(list);
        scroller.setBorder(BorderFactory.createEmptyBorder());
        add(search, "span 2");
        add(scroller, "span 2, wmin 0");
        add(audio, "wmin 0");
        add(video, "wmin 0");
        enableButtons();
    }

    /** Shows whom this controller's user can call; null for nobody. */
    void showContactsOf(@Nullable CallController newController) {
        if (controller != null) {
            controller.removeStateListener(LISTENER);
            refresh.stop();
        }
        controller = newController;
        users.clear();
        if (newController != null) {
            newController.addStateListener(LISTENER, this::onStateChanged);
            refresh.start();
        }
    }

    private void onStateChanged(CallSnapshot snapshot) {
        boolean nowFree = snapshot.phase() == CallPhase.IDLE || snapshot.phase() == CallPhase.ENDED;
        if (nowFree != free || users.isEmpty()) {
            free = nowFree;
            fetch();
        }
        enableButtons();
    }

    private void fetch() {
        CallController asked = controller;
        String text = search.getText();
        if (asked != null) {
            // The hub answers on a thread of its own.
            CompletableFuture<?> unused = asked.signaling()
                    .users(text)
                    .thenAcceptAsync(
                            found -> {
                                if (asked.equals(controller) && text.equals(search.getText())) {
                                    show(found, asked.localUser().uid());
                                }
                            },
                            SwingUtilities::invokeLater)
                    .exceptionally(failure -> {
                        LOG.log(Level.WARNING, "No contacts can be fetched", failure);
                        return null;
                    });
        }
    }

    private void show(List<User> found, String ownUid) {
        List<User> others =
                found.stream().filter(user -> !user.uid().equals(ownUid)).toList();
        if (others.equals(Collections.list(users.elements()))) {
            return;
        }
        User selected = list.getSelectedValue();
        users.clear();
        others.forEach(users::addElement);
        for (int i = 0; i < users.size(); i++) {
            if (selected != null && users.get(i).uid().equals(selected.uid())) {
                list.setSelectedIndex(i);
            }
        }
        if (list.isSelectionEmpty() && !users.isEmpty()) {
            list.setSelectedIndex(0);
        }
    }

    private void enableButtons() {
        boolean callable = free && !list.isSelectionEmpty();
        audio.setEnabled(callable);
        video.setEnabled(callable);
    }

    private JButton button(String key, Glyph glyph, CallType type) {
        JButton button = new JButton(WORDS.getString(key), glyph.icon(18));
        button.setName(key);
        button.addActionListener(e -> {
            User user = list.getSelectedValue();
            if (user != null) {
                onCall.accept(user, type);
            }
        });
        return button;
    }

    /** Searches with each letter. */
    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            fetch();
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            fetch();
        }

        @Override
        public void changedUpdate(DocumentEvent e) {
            fetch();
        }
    }
}
