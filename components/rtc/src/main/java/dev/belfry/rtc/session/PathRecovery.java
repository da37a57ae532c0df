package dev.belfry.rtc.session;

import dev.belfry.rtc.ice.IceTransportState;

/**
 * Looks for a new path when the old one stays silent, as it does when a NAT forgot it (RFC 8445 section 9). The polite
 * side waits longer: usually the other has begun by then, but it may be that this side alone is not answered. While a
 * new path is looked for, or once none was found, it is the owner who decides. For the loop.
 */
final class PathRecovery {
    static final long IMPOLITE_WAITS_NANOS = 4_000_000_000L;
    static final long POLITE_WAITS_NANOS = 8_000_000_000L;
    static final long BETWEEN_RESTARTS_NANOS = 10_000_000_000L;

    private final Loop loop;
    private final long patienceNanos;
    private final Runnable restart;
    private final Alarm alarm;
    private boolean restarted;
    private long restartedAt;

    PathRecovery(Loop loop, boolean polite, Runnable restart) {
        this.loop = loop;
        this.patienceNanos = polite ? POLITE_WAITS_NANOS : IMPOLITE_WAITS_NANOS;
        this.restart = restart;
        this.alarm = new Alarm(loop, this::recover);
    }

    void onState(IceTransportState state) {
        alarm.cancel();
        if (state == IceTransportState.DISCONNECTED) {
            plan(patienceNanos);
        }
    }

    /** A new path is looked for, whoever wanted it. */
    void onRestart() {
        restarted = true;
        restartedAt = loop.nanoTime();
    }

    void close() {
        alarm.cancel();
    }

    private void recover() {
        if (untilNextRestart() > 0) {
            plan(0);
            return;
        }
        onRestart();
        restart.run();
        plan(0);
    }

    private void plan(long delayNanos) {
        alarm.set(loop.nanoTime() + Math.max(delayNanos, untilNextRestart()));
    }

    private long untilNextRestart() {
        return restarted ? restartedAt + BETWEEN_RESTARTS_NANOS - loop.nanoTime() : 0;
    }
}
