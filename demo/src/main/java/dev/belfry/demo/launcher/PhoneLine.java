package dev.belfry.demo.launcher;

import dev.belfry.Belfry;
import dev.belfry.call.CallException;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.demo.phone.RemoteHub;
import dev.belfry.engine.MediaTransports;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;

/** Gives windows their phones. Thread-safe. */
final class PhoneLine {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final Logger LOG = System.getLogger(PhoneLine.class.getName());

    private final RemoteHub hub;
    private final MediaTransports network;
    private final Executor background;

    /**
     * Creates a source of phones.
     *
     * @param network what carries sound and pictures
     * @param background what closes phones: it may wait
     */
    PhoneLine(RemoteHub hub, MediaTransports network, ExecutorService background) {
        this.hub = hub;
        this.network = network;
        this.background = background;
    }

    /**
     * Signs a window's user in and gives the window a phone; waits for the hub. The phone is closed after its window.
     *
     * @param media sets where sound and pictures come from and go to
     * @param onClosed told when it is closed
     */
    void plugIn(PhoneWindow window, UnaryOperator<Belfry.Builder> media, Runnable onClosed) {
        String uid = window.user().uid();
        SignalingClient line;
        try {
            line = hub.signIn(uid, uid + "-desk").join();
        } catch (CompletionException e) {
            LOG.log(Level.WARNING, "No line to the hub", e);
            String why = e.getCause() instanceof CallException refusal
                    ? refusal.what(Locale.getDefault())
                    : e.getClass().getSimpleName();
            SwingUtilities.invokeLater(() -> window.fail(why, onClosed));
            return;
        }
        Belfry phone = media.apply(Belfry.builder(line, network)).build();
        SwingUtilities.invokeLater(() -> window.connect(
                phone,
                () -> guestLink(uid),
                () -> background.execute(() -> {
                    phone.close();
                    onClosed.run();
                })));
        CompletableFuture<?> unused = phone.warmUp();
    }

    private CompletableFuture<URI> guestLink(String uid) {
        return hub.guestLink(uid, WORDS.getString("guest"));
    }
}
