package dev.belfry.testkit;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A network that loses, doubles, delays and reorders messages, and cuts off whoever the test wants, all by a seed and
 * on the test's clock. Until told otherwise it is perfect. Not thread-safe.
 */
public final class VirtualNetwork {
    private final Scheduler time;
    private final SplittableRandom random;
    private final Set<String> cut = new HashSet<>();
    private Weather weather = Weather.FAIR;

    /** Creates a network whose accidents follow from a seed. */
    public VirtualNetwork(Scheduler time, long seed) {
        this.time = time;
        random = new SplittableRandom(seed);
    }

    /**
     * What happens to a message.
     *
     * @param loss how likely it is lost, 0 to 1
     * @param doubling how likely it comes twice, 0 to 1
     * @param delay how long it takes at most; each takes a time of its own, so that later ones may overtake
     */
    public record Weather(double loss, double doubling, Duration delay) {
        /** Every message comes, once, at once. */
        public static final Weather FAIR = new Weather(0, 0, Duration.ZERO);
    }

    /** Changes what happens to the messages sent from now on. */
    public void weather(Weather next) {
        weather = next;
    }

    /** Cuts an address off: what is sent to or from it is lost, and what is on its way to it as well. */
    public void cut(String address) {
        cut.add(address);
    }

    /** Ends that. */
    public void heal(String address) {
        cut.remove(address);
    }

    /** Sends a message, whose delivery is run when it comes. */
    public void carry(String from, String to, Runnable delivery) {
        int copies = random.nextDouble() < weather.doubling() ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            boolean lost = cut.contains(from) || cut.contains(to) || random.nextDouble() < weather.loss();
            if (!lost) {
                send(to, delivery);
            }
        }
    }

    private void send(String to, Runnable delivery) {
        long most = weather.delay().toNanos();
        if (most == 0) {
            delivery.run();
            return;
        }
        time.schedule(Duration.ofNanos(random.nextLong(most)), () -> {
            if (!cut.contains(to)) {
                delivery.run();
            }
        });
    }
}
