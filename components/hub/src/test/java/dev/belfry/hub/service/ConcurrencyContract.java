package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
interface ConcurrencyContract extends StoreContract {
    int THREADS = 8;

    @Test
    default void manyWhoWriteAtOnceLeaveNoGapInTheNumbers() throws Exception {
        int rounds = 25;
        int total = THREADS * rounds;
        together(thread -> {
            for (int round = 0; round < rounds; round++) {
                int number = thread * rounds + round;
                List<String> uids = number % 2 == 0 ? List.of("alice", "bob") : List.of("bob", "alice");
                change(in -> {
                    in.append(StoreSamples.draft(uids.get(0), number));
                    in.append(StoreSamples.draft(uids.get(1), number));
                });
            }
            return thread;
        });
        for (String uid : List.of("alice", "bob")) {
            List<EventEntry> events = events(uid, 0);
            assertThat(events)
                    .extracting(EventEntry::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, total).boxed().toList());
            Map<Integer, List<Integer>> byThread =
                    events.stream().map(StoreSamples::number).collect(Collectors.groupingBy(number -> number / rounds));
            assertThat(byThread.values())
                    .allSatisfy(numbers -> assertThat(numbers).hasSize(rounds).isSorted());
        }
    }

    @Test
    default void whoReadsEventsMeanwhileMissesNone() throws Exception {
        int events = 100;
        together(thread -> {
            if (thread > 1) {
                return List.<Integer>of();
            }
            List<Integer> heard = new ArrayList<>();
            for (int i = 0; thread == 0 && i < events; i++) {
                int number = i;
                change(in -> in.append(StoreSamples.draft("bob", number)));
            }
            long seq = 0;
            while (thread == 1
                    && heard.size() < events
                    && !Thread.currentThread().isInterrupted()) {
                long since = seq;
                for (EventEntry entry : events("bob", since)) {
                    assertThat(entry.seq()).isEqualTo(seq + 1);
                    heard.add(StoreSamples.number(entry));
                    seq = entry.seq();
                }
            }
            return heard;
        });
    }

    @Test
    default void ofManyWhoChangeARecordAtOnceOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String session = "s" + round;
            change(in -> in.insert(StoreSamples.ringing(session), null));
            List<Boolean> won = together(thread -> store().transact(in -> {
                CallRecord record = in.call(session).orElseThrow();
                boolean rings = record.status() == CallStatus.INITIATED;
                if (rings) {
                    in.compareAndSet(record, StoreSamples.accepted(record, "d" + thread), null);
                    in.append(StoreSamples.draft("alice", thread));
                }
                return rings;
            }));
            assertThat(won).containsOnlyOnce(true);
            String device = "d" + won.indexOf(true);
            CallRecord after = call(session).orElseThrow();
            assertThat(after.version()).isEqualTo(2);
            assertThat(after.receivers().get(0).deviceId()).isEqualTo(device);
            long told = head("alice");
            assertThat(told).isEqualTo(round + 1);
        }
    }

    @Test
    default void ofManyWhoStoreTheSameFirstVersionOneDoes() throws Exception {
        for (int round = 0; round < 10; round++) {
            String session = "s" + round;
            List<Boolean> stored = together(thread -> store().transact(in -> {
                boolean unknown = in.call(session).isEmpty();
                if (unknown) {
                    in.insert(StoreSamples.ringing(session), null);
                }
                return unknown;
            }));
            assertThat(stored).containsOnlyOnce(true);
        }
    }

    @Test
    default void noCallIsTakenByTwoAtOnce() throws Exception {
        int calls = 60;
        change(in -> IntStream.range(0, calls)
                .forEach(i -> in.insert(StoreSamples.ringing("s" + i), StoreSamples.START.plusMillis(i))));
        List<List<String>> taken = together(thread -> {
            List<String> mine = new ArrayList<>();
            while (nextDue() != null) {
                mine.addAll(store().transact(in -> {
                    List<CallRecord> due = in.takeDue(StoreSamples.START.plusSeconds(1), 3);
                    due.forEach(record -> in.compareAndSet(record, StoreSamples.ended(record), null));
                    return due.stream().map(CallRecord::sessionId).toList();
                }));
            }
            return mine;
        });
        assertThat(taken.stream().flatMap(List::stream).toList()).hasSize(calls).doesNotHaveDuplicates();
    }

    @Test
    default void noLapseIsTakenByTwoAtOnce() throws Exception {
        int devices = 60;
        change(in -> IntStream.range(0, devices)
                .forEach(i -> in.put(
                        new DeviceLine(new Device("bob", "d" + i), 1, 0, true, null, StoreSamples.START.plusMillis(i)),
                        StoreSamples.START)));
        List<List<Device>> taken = together(thread -> {
            List<Device> mine = new ArrayList<>();
            while (nextDue() != null) {
                List<DeviceLine> lapsed = store().transact(in -> in.takeLapsed(StoreSamples.START.plusSeconds(1), 3));
                lapsed.forEach(line -> mine.add(line.device()));
            }
            return mine;
        });
        assertThat(taken.stream().flatMap(List::stream).toList())
                .hasSize(devices)
                .doesNotHaveDuplicates();
    }

    @Test
    default void locksKeepOffThoseWhoLockInWhateverOrder() throws Exception {
        int rounds = 20;
        int total = THREADS * rounds;
        change(in -> in.put(new DeviceLine(StoreSamples.BOB, 0, 0, true, null, null), StoreSamples.START));
        together(thread -> {
            for (int round = 0; round < rounds; round++) {
                List<String> uids = (thread + round) % 2 == 0 ? List.of("alice", "bob") : List.of("bob", "alice");
                change(in -> {
                    in.lock(uids);
                    DeviceLine line = in.device(StoreSamples.BOB).orElseThrow();
                    in.put(new DeviceLine(StoreSamples.BOB, line.start() + 1, 0, true, null, null), StoreSamples.START);
                });
            }
            return thread;
        });
        DeviceLine line = device(StoreSamples.BOB).orElseThrow();
        assertThat(line.start()).isEqualTo(total);
    }

    @Test
    default void underALockTheOthersWriteIsSeen() throws Exception {
        for (int round = 0; round < 10; round++) {
            String pair = "-" + round;
            List<Boolean> alone = together(thread -> store().transact(in -> {
                in.lock(List.of("alice", "bob"));
                boolean first = in.open("alice" + pair).isEmpty();
                Device caller = new Device("alice" + pair, "d");
                in.insert(StoreSamples.ringing("s" + thread + pair, caller, "bob" + pair, StoreSamples.START), null);
                return first;
            }));
            assertThat(alone).containsOnlyOnce(true);
        }
    }

    /** What one of several threads does. */
    @FunctionalInterface
    interface Part<T> {
        T run(int thread) throws CallException;
    }

    /** Has threads do their parts at once; returns what came of it, in the order of the threads. */
    private <T> List<T> together(Part<T> part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                Callable<T> task = () -> {
                    start.await();
                    return part.run(thread);
                };
                running.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
