package dev.belfry.demo.chaos;

import dev.belfry.demo.line.LightDevice;
import dev.belfry.demo.line.LightNetwork;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** One user with one device. Thread-safe. */
final class Party implements AutoCloseable {
    /** Longer than both nodes take to come up on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EventBox box = new EventBox();
    private final LightDevice device;

    Party(LightNetwork network, String uid, String token, int firstNode) {
        this.device = new LightDevice(network, uid, "chaos", token, firstNode, box::take);
    }

    LightDevice device() {
        return device;
    }

    EventBox box() {
        return box;
    }

    /** Waits for an event. */
    void await(String sessionId, String kind) throws InterruptedException, TimeoutException {
        if (!box.await(sessionId, kind, PATIENCE)) {
            throw new TimeoutException(device.uid() + " never heard of " + kind);
        }
    }

    /** Tells what the numbers of this user's events say, and closes the line. */
    void leave(Tally tally) {
        close();
        long repeated = device.numbers().doubled() + box.strays();
        tally.numbers(device.uid(), box.total(), device.numbers().lost(), repeated);
    }

    @Override
    public void close() {
        device.close();
    }
}
