package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the peer's consent to be sent to fresh (RFC 7675), which also keeps NATs open, and measures the round trip. Its
 * own requests, since ice4j has one set of times for the whole JVM and does not tell how long an answer took. Owned by
 * the transport's executor, except {@link #answered}.
 */
final class Consent {
    private static final int MAX_OPEN = 16;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final IceEnvironment environment;
    private final IceOptions.Consent times;
    private final Random random;
    private final Checker checker;
    private final Listener listener;
    private final long[] ids = new long[MAX_OPEN];
    private final long[] sentAt = new long[MAX_OPEN];
    private int sent;
    private long lastAnswer;
    private boolean answeredSinceCheck = true;
    private @Nullable Duration roundTrip;
    private Scheduler.@Nullable Cancellable next;
    private boolean stopped;
    private boolean lost;

    /** Sends one Binding request with this transaction id. */
    @FunctionalInterface
    interface Checker {
        void check(byte[] transactionId);
    }

    /** Hears of consent, on the transport's executor. */
    interface Listener {
        void onLost();

        void onBack();

        void onExpired();
    }

    Consent(IceEnvironment environment, Random random, Checker checker, Listener listener) {
        this.environment = environment;
        this.times = environment.options().consent();
        this.random = random;
        this.checker = checker;
        this.listener = listener;
    }

    void start() {
        synchronized (this) {
            lastAnswer = environment.scheduler().nanoTime();
        }
        tick();
    }

    /** Returns how long the latest answer took. */
    synchronized @Nullable Duration roundTrip() {
        return roundTrip;
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel();
        }
    }

    /** Takes an answer if it is to one of these requests; called on the socket's thread. */
    synchronized boolean answered(byte[] bytes, int offset) {
        long id = ByteBuffer.wrap(bytes, offset + StunBytes.TRANSACTION_ID, Long.BYTES)
                .getLong();
        for (int i = 0; i < Math.min(sent, MAX_OPEN); i++) {
            if (ids[i] == id) {
                if (StunBytes.type(bytes, offset) == StunBytes.BINDING_SUCCESS) {
                    lastAnswer = environment.scheduler().nanoTime();
                    roundTrip = Duration.ofNanos(lastAnswer - sentAt[i]);
                    answeredSinceCheck = true;
                    if (lost) {
                        lost = false;
                        environment.executor().execute(this::back);
                    }
                }
                return true;
            }
        }
        return false;
    }

    private void back() {
        if (!isStopped()) {
            listener.onBack();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private void tick() {
        if (isStopped()) {
            return;
        }
        Duration silence = silence();
        if (silence.compareTo(times.failedAfter()) >= 0) {
            stop();
            listener.onExpired();
            return;
        }
        if (silence.compareTo(times.disconnectedAfter()) >= 0 && becomesLost()) {
            listener.onLost();
        }
        send();
        plan();
    }

    private synchronized Duration silence() {
        return Duration.ofNanos(environment.scheduler().nanoTime() - lastAnswer);
    }

    private synchronized boolean becomesLost() {
        boolean before = lost;
        lost = true;
        return !before;
    }

    private void send() {
        byte[] id = new byte[StunBytes.TRANSACTION_ID_LENGTH];
        random.nextBytes(id);
        synchronized (this) {
            int slot = sent++ % MAX_OPEN;
            ids[slot] = ByteBuffer.wrap(id).getLong();
            sentAt[slot] = environment.scheduler().nanoTime();
        }
        checker.check(id);
    }

    private synchronized void plan() {
        boolean healthy = answeredSinceCheck;
        answeredSinceCheck = false;
        Duration usual = times.interval().multipliedBy(80 + random.nextInt(41)).dividedBy(100);
        Duration delay = healthy || usual.compareTo(RETRY) < 0 ? usual : RETRY;
        if (!stopped) {
            next = environment
                    .scheduler()
                    .schedule(delay, () -> environment.executor().execute(this::tick));
        }
    }
}
