package dev.belfry.demo.launcher;

import dev.belfry.Belfry;
import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallType;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.swing.call.CallPanel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.net.URI;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** One user's window: whom to call on the left, the call on the right. For the event dispatch thread. */
final class PhoneWindow {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final Dimension SIZE = new Dimension(920, 600);
    private static final int CONTACTS_WIDTH = 260;

    private final User user;
    private final JFrame frame = new JFrame();
    private final ContactList contacts = new ContactList(this::call);
    private final LinkBar links = new LinkBar();
    private final CallPanel panel = new CallPanel();
    private @Nullable Belfry phone;
    private Runnable onClosed = () -> {};

    PhoneWindow(User user) {
        this.user = user;
        JMenuBar menus = new JMenuBar();
        menus.add(new ThemeMenu());
        JPanel left = new JPanel(new BorderLayout());
        left.add(contacts, BorderLayout.CENTER);
        left.add(links, BorderLayout.SOUTH);
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, left, panel);
        split.setDividerLocation(CONTACTS_WIDTH);
        split.setBorder(BorderFactory.createEmptyBorder());
        frame.setName(user.uid());
        frame.setTitle(String.format(WORDS.getString("title"), user.name()));
        frame.setJMenuBar(menus);
        frame.add(split, BorderLayout.CENTER);
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent e) {
                close();
            }
        });
    }

    User user() {
        return user;
    }

    /** Shows the window in its place of so many side by side, as far as the screen is wide enough. */
    void showBeside(int place, int places) {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle room = screen.getBounds();
        int width = Math.min(SIZE.width, room.width / places);
        int height = Math.min(SIZE.height, room.height);
        int left = room.x + (room.width - places * width) / 2;
        frame.setBounds(left + place * width, room.y + (room.height - height) / 3, width, height);
        frame.setVisible(true);
    }

    /**
     * Gives the window its phone. From then on the panel does all that calls need.
     *
     * @param guestLinks makes links by which guests call the window's user
     * @param unplug closes the phone, once the window is closed
     */
    void connect(Belfry newPhone, Supplier<CompletableFuture<URI>> guestLinks, Runnable unplug) {
        phone = newPhone;
        onClosed = unplug;
        if (!frame.isDisplayable()) {
            // Closed while the phone was being made.
            close();
            return;
        }
        panel.setController(newPhone.controller());
        contacts.showContactsOf(newPhone.controller());
        links.showLinksOf(guestLinks);
    }

    /** Says in the title why the window has no phone. */
    void fail(String why, Runnable afterClose) {
        frame.setTitle(frame.getTitle() + ": " + why);
        onClosed = afterClose;
        if (!frame.isDisplayable()) {
            close();
        }
    }

    private void call(User other, CallType type) {
        CallRequest request = new CallRequest(other.uid(), ReceiverType.USER, type, CallRequest.DEFAULT_TIMEOUT);
        // What comes of it, a failure included, the panel shows.
        CompletableFuture<Call> unused =
                Objects.requireNonNull(phone, "phone").controller().initiateCall(request);
    }

    private void close() {
        panel.setController(null);
        contacts.showContactsOf(null);
        links.showLinksOf(null);
        onClosed.run();
        onClosed = () -> {};
    }
}
