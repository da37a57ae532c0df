package dev.belfry.call.control;

import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a session in which nobody else has been for too long. For the serial executor alone. */
final class IdleWatch {
    private final CallLoop loop;
    private final CallEntry entry;
    private final Duration timeout;
    private @Nullable Cancellable timer;

    /** Creates it; a timeout of zero is none. */
    IdleWatch(CallLoop loop, CallEntry entry, Duration timeout) {
        this.loop = loop;
        this.entry = entry;
        this.timeout = timeout;
    }

    /** The local participant is alone, or not. */
    void alone(boolean alone) {
        if (!alone || timeout.isZero()) {
            stop();
        } else if (timer == null) {
            timer = loop.schedule(timeout, () -> loop.dispatch(entry, new CallEvent.IdleTimeOver()));
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
