package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TripleBufferTest {
    private final TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[512]);
    private final Set<long[]> used = Collections.newSetFromMap(new IdentityHashMap<>());

    @Test
    void nothingToTakeBeforeTheFirstValueAndNothingTwice() {
        assertThat(buffer.take()).isFalse();
        write(1);
        assertThat(buffer.take()).isTrue();
        assertThat(buffer.front()[0]).isEqualTo(1);
        assertThat(buffer.take()).isFalse();
        assertThat(buffer.front()[0]).isEqualTo(1);
    }

    @Test
    void theNewestWins() {
        for (int i = 1; i <= 10; i++) {
            write(i);
        }
        assertThat(buffer.take()).isTrue();
        assertThat(buffer.front()[0]).isEqualTo(10);
        assertThat(buffer.take()).isFalse();
    }

    @Test
    void twoValuesDoForAReaderThatKeepsUp() {
        for (int i = 1; i <= 10; i++) {
            write(i);
            buffer.take();
            used.add(buffer.front());
        }
        assertThat(used).hasSize(2);
    }

    @Test
    void aReaderNeverSeesAValueWhileItIsWritten() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 50_000; i++) {
                write(i);
            }
            done.set(true);
        });
        writer.start();
        long last = 0;
        while (!done.get() || last < 50_000) {
            if (buffer.take()) {
                long[] value = buffer.front();
                assertThat(value[0]).isGreaterThan(last);
                last = value[0];
                for (long each : value) {
                    if (each != last) {
                        throw new AssertionError(each + " within the value " + last);
                    }
                }
            }
        }
        writer.join();
        assertThat(last).isEqualTo(50_000);
    }

    private void write(long value) {
        long[] back = buffer.back();
        for (int i = 0; i < back.length; i++) {
            back[i] = value;
        }
        buffer.publish();
    }
}
