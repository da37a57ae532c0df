package dev.belfry.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacketNetworkTest {
    private static final int MANY = 20_000;

    private final FakeScheduler time = new FakeScheduler();
    private final PacketNetwork network = new PacketNetwork(time, 1);
    private final PacketNetwork.Endpoint alice = network.open("10.0.0.1", 5000);
    private final PacketNetwork.Endpoint bob = network.open("10.0.0.2", 6000);
    private final List<String> heard = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<InetSocketAddress> senders = new ArrayList<>();

    @BeforeEach
    void listen() {
        bob.receiver((datagram, from) -> {
            heard.add(new String(datagram, UTF_8));
            times.add(time.nanoTime());
            senders.add(from);
        });
    }

    @Test
    void a_datagram_comes_by_the_clock_once_with_its_senders_address() {
        say("hello");
        assertThat(heard).isEmpty();
        time.runReady();
        assertThat(heard).containsExactly("hello");
        assertThat(senders).containsExactly(alice.address());
    }

    @Test
    void what_is_sent_where_nobody_is_is_lost() {
        send(alice, "hello", new InetSocketAddress("10.0.0.9", 1));
        bob.close();
        say("hello");
        time.runReady();
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> network.open("10.0.0.1", 5000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_is_lost_in_that_direction_alone() {
        alice.outgoing().conditions(PathConditions.FAIR.withLoss(0.05));
        sayMany();
        assertThat(heard).hasSize(MANY - (int) alice.outgoing().lost());
        assertThat(alice.outgoing().lost() / (double) MANY).isCloseTo(0.05, within(0.005));
        assertThat(bob.outgoing().lost()).isZero();
    }

    @Test
    void bursts_have_their_share_and_length() {
        alice.outgoing().conditions(PathConditions.FAIR.withBursts(0.1, 8));
        sayMany();
        int bursts = 0;
        int before = -1;
        for (String each : heard) {
            int number = Integer.parseInt(each);
            bursts += number == before + 1 ? 0 : 1;
            before = number;
        }
        long lost = alice.outgoing().lost();
        assertThat(lost / (double) MANY).isCloseTo(0.1, within(0.02));
        assertThat(lost / (double) bursts).isCloseTo(8, within(1.0));
    }

    @Test
    void jitter_changes_times_but_not_the_order() {
        alice.outgoing().conditions(PathConditions.FAIR.withDelay(Duration.ofMillis(20), Duration.ofMillis(30)));
        sayMany();
        assertThat(heard).hasSize(MANY).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
        for (int i = 0; i < MANY; i++) {
            long taken = times.get(i) - Duration.ofMillis(i).toNanos();
            assertThat(taken).isBetween(20_000_000L, 50_000_000L);
        }
        assertThat(times.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void held_back_ones_are_overtaken() {
        alice.outgoing().conditions(PathConditions.FAIR.withReordering(0.1, Duration.ofMillis(5)));
        sayMany();
        int overtaken = 0;
        for (int i = 1; i < MANY; i++) {
            overtaken += Integer.parseInt(heard.get(i)) < Integer.parseInt(heard.get(i - 1)) ? 1 : 0;
        }
        assertThat(heard).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(overtaken / (double) MANY).isBetween(0.05, 0.11);
    }

    @Test
    void some_come_twice() {
        bob.incoming().conditions(PathConditions.FAIR.withDoubling(0.1));
        sayMany();
        assertThat(heard.size() / (double) MANY).isCloseTo(1.1, within(0.01));
        assertThat(heard.stream().distinct()).hasSize(MANY);
    }

    @Test
    void a_narrow_link_lets_its_rate_through_and_drops_what_does_not_fit_its_queue() {
        alice.outgoing().conditions(PathConditions.FAIR.withRate(800_000, 10_000));
        byte[] kilobyte = new byte[1000];
        for (int i = 0; i < 1000; i++) {
            alice.send(kilobyte, 0, kilobyte.length, bob.address());
            time.advance(Duration.ofMillis(5)); // twice of what passes
        }
        assertThat(heard.size()).isBetween(495, 512);
        assertThat(alice.outgoing().queueDrops()).isBetween(485L, 505L);
        int before = heard.size();
        time.advance(Duration.ofSeconds(1));
        assertThat(heard.size() - before).as("what still waited").isBetween(9, 12);
    }

    @Test
    void a_path_that_died_carries_again_once_it_is_healed() {
        alice.outgoing().conditions(PathConditions.FAIR.withDelay(Duration.ofMillis(50), Duration.ZERO));
        say("on its way");
        time.advance(Duration.ofMillis(10));
        alice.cut();
        say("lost");
        time.advance(Duration.ofSeconds(1));
        alice.heal();
        say("there");
        time.advance(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("there");
        assertThat(alice.outgoing().lost()).isEqualTo(2);
    }

    @Test
    void a_nat_lets_in_answers_alone_and_is_seen_at_a_new_port_when_it_forgot() {
        List<String> answers = new ArrayList<>();
        alice.receiver((datagram, from) -> answers.add(new String(datagram, UTF_8)));
        alice.changeNatPort("192.0.2.1");
        send(bob, "unasked", alice.visibleAddress());
        time.runReady();
        say("first");
        time.runReady();
        InetSocketAddress first = senders.get(0);
        send(bob, "answer", first);
        time.runReady();

        alice.changeNatPort("192.0.2.1");
        send(bob, "to the old port", first);
        say("second");
        time.runReady();
        send(bob, "to the new port", senders.get(1));
        time.runReady();

        assertThat(senders.get(0)).isNotEqualTo(alice.address()).isNotEqualTo(senders.get(1));
        assertThat(answers).containsExactly("answer", "to the new port");
    }

    @Test
    void the_same_seed_gives_the_same_accidents() {
        assertThat(arrivalsOf(7)).isEqualTo(arrivalsOf(7)).isNotEqualTo(arrivalsOf(8));
    }

    private static List<Long> arrivalsOf(long seed) {
        PacketPath path = new PacketPath(seed);
        path.conditions(PathConditions.FAIR
                .withLoss(0.1)
                .withBursts(0.1, 3)
                .withDelay(Duration.ofMillis(1), Duration.ofMillis(9))
                .withReordering(0.1, Duration.ofMillis(4))
                .withDoubling(0.1)
                .withRate(1_000_000, 5000));
        List<Long> all = new ArrayList<>();
        long[] arrivals = new long[PacketPath.MAX_COPIES];
        for (int i = 0; i < 500; i++) {
            int copies = path.carry(i * 1_000_000L, 100, arrivals);
            for (int j = 0; j < copies; j++) {
                all.add(arrivals[j]);
            }
        }
        return all;
    }

    private void sayMany() {
        for (int i = 0; i < MANY; i++) {
            say(String.valueOf(i));
            time.advance(Duration.ofMillis(1));
        }
        time.advance(Duration.ofSeconds(1));
    }

    private void say(String words) {
        send(alice, words, bob.address());
    }

    private static void send(PacketNetwork.Endpoint from, String words, InetSocketAddress to) {
        byte[] bytes = ("  " + words).getBytes(UTF_8);
        from.send(bytes, 2, bytes.length - 2, to);
    }
}
