package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.srtp.SrtpKeys;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One end of a handshake under test, with an executor of its own. */
final class Peer implements DtlsListener, AutoCloseable {
    static final int PATIENCE = 20;

    final DtlsIdentity identity;
    final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();
    final CompletableFuture<RtcException> failure = new CompletableFuture<>();
    final CompletableFuture<Boolean> farewell = new CompletableFuture<>();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private @Nullable DtlsTransport transport;

    Peer(DtlsIdentity identity) {
        this.identity = identity;
    }

    /** Makes the transport: out of it datagrams go to the link. */
    Peer connect(DtlsRole role, Fingerprint expected, DatagramOut out) {
        return connect(role, List.of(expected), out, Duration.ofSeconds(PATIENCE));
    }

    Peer connect(DtlsRole role, List<Fingerprint> expected, DatagramOut out, Duration limit) {
        ThreadFactory threads = task -> {
            Thread made = new Thread(task, "handshake");
            thread.complete(made);
            return made;
        };
        transport = new DtlsTransport(new DtlsSettings(identity, executor, threads, limit), role, expected, out, this);
        return this;
    }

    DtlsTransport transport() {
        return Objects.requireNonNull(transport);
    }

    void start() {
        executor.execute(transport()::start);
    }

    SrtpKeys awaitKeys() throws Exception {
        return keys.get(PATIENCE, TimeUnit.SECONDS);
    }

    RtcException awaitFailure() throws Exception {
        return failure.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Waits until the handshake's thread has ended. */
    void awaitThreadEnd() throws Exception {
        Thread made = thread.get(PATIENCE, TimeUnit.SECONDS);
        made.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        if (made.isAlive()) {
            throw new AssertionError("the handshake's thread lives on");
        }
    }

    @Override
    public void secured(SrtpKeys agreed) {
        keys.complete(agreed);
    }

    @Override
    public void failed(RtcException error) {
        keys.completeExceptionally(error);
        failure.complete(error);
    }

    @Override
    public void closedByPeer() {
        farewell.complete(true);
    }

    /** Closes the transport on its executor, as an owner does, and waits for it. */
    void leave() {
        CompletableFuture.runAsync(transport()::close, executor)
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        leave();
        executor.shutdown();
    }
}
