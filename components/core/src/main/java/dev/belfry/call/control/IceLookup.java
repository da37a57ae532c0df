package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Asks the hub which servers help the media of a call to find a path. A call does not fail for want of them: where the
 * hub refuses or is slow, it goes on without. For the serial executor alone.
 */
final class IceLookup {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CallLoop loop;
    private final CompletableFuture<List<IceServer>> answer = new CompletableFuture<>();
    private final Cancellable limit;

    /** Asks at once. */
    IceLookup(CallLoop loop) {
        this.loop = loop;
        limit = loop.schedule(PATIENCE, () -> settle(List.of()));
        Futures.listen(loop.signaling().iceServers(), loop.serial(), this::settle, this::refused);
    }

    /** Hands the servers on once they are known. */
    void then(Consumer<List<IceServer>> next) {
        Futures.listen(answer, loop.serial(), next, loop::warn);
    }

    /** Waits no more. */
    void stop() {
        limit.cancel();
    }

    private void refused(CallException error) {
        loop.warn(error);
        settle(List.of());
    }

    private void settle(List<IceServer> servers) {
        limit.cancel();
        answer.complete(servers);
    }
}
