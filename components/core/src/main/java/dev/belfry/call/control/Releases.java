package dev.belfry.call.control;

import dev.belfry.call.spi.Scheduler.Cancellable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The media sessions that are being closed. The next one waits until they have let go of their devices, but not forever
 * for one that hangs. For the serial executor alone.
 */
final class Releases {
    /** How long a session may take to close before the next call goes on without it. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(Releases.class.getName());

    private final CallLoop loop;
    private final Runnable onChange;
    private CompletableFuture<?> all = CompletableFuture.completedFuture(true);

    Releases(CallLoop loop, Runnable onChange) {
        this.loop = loop;
        this.onChange = onChange;
    }

    boolean areDone() {
        return all.isDone();
    }

    /** Runs work once every session that is being closed has let go of its devices. */
    void after(Runnable work) {
        if (all.isDone()) {
            work.run();
        } else {
            Futures.listen(all, loop.serial(), done -> work.run(), loop::warn);
        }
    }

    /** Notes that a session is being closed; the work is done when it is, however late. */
    void add(String sessionId, CompletableFuture<?> closed, Runnable then) {
        CompletableFuture<Boolean> waited = new CompletableFuture<>();
        all = CompletableFuture.allOf(all, waited);
        Cancellable limit = loop.schedule(LIMIT, () -> {
            LOG.log(Level.WARNING, "The media of call {0} has not closed for {1}", sessionId, LIMIT);
            waited.complete(false);
            onChange.run();
        });
        Futures.listen(
                closed,
                loop.serial(),
                done -> {
                    limit.cancel();
                    waited.complete(true);
                    then.run();
                    onChange.run();
                },
                error -> {
                    limit.cancel();
                    waited.complete(false);
                    loop.warn(error);
                    onChange.run();
                });
    }
}
