package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the addresses of this machine's interfaces change: a cable pulled, another wireless network. A call then
 * wants a {@link IceTransport#restart}. Java has no event for it, so it looks every two seconds. Thread-safe.
 *
 * @since 0.1
 */
public final class NetworkWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(NetworkWatch.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final Executor background;
    private final Callable<Set<InetAddress>> addresses;
    private final Runnable changed;
    private @Nullable Set<InetAddress> last;
    private Scheduler.@Nullable Cancellable next;
    private boolean closed;

    /**
     * Begins to watch.
     *
     * @param background where the system is asked; one thread suffices
     * @param changed called there after each change, never once closed
     */
    public NetworkWatch(Scheduler scheduler, Executor background, Runnable changed) {
        this(scheduler, background, NetworkWatch::current, changed);
    }

    NetworkWatch(Scheduler scheduler, Executor background, Callable<Set<InetAddress>> addresses, Runnable changed) {
        this.scheduler = scheduler;
        this.background = background;
        this.addresses = addresses;
        this.changed = changed;
        background.execute(this::look);
    }

    private static Set<InetAddress> current() throws SocketException {
        return Set.copyOf(LocalAddresses.ofInterfaces());
    }

    private void look() {
        Set<InetAddress> now;
        try {
            now = addresses.call();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "The system does not tell its addresses", e);
            now = last == null ? Set.of() : last;
        }
        if (isNew(now)) {
            changed.run();
        }
    }

    private synchronized boolean isNew(Set<InetAddress> now) {
        boolean different = last != null && !last.equals(now);
        last = now;
        if (closed) {
            return false;
        }
        next = scheduler.schedule(PERIOD, () -> background.execute(this::look));
        return different;
    }

    /** Stops. */
    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
