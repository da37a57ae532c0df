package dev.belfry.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FrameFanOutTest {
    private final FrameFanOut fanOut = new FrameFanOut();
    private final VideoFrame frame = new EmptyFrame();

    @Test
    void everySinkGetsEveryFrameInOrderAdded() {
        List<String> calls = new ArrayList<>();
        fanOut.addSink(f -> calls.add("a"));
        fanOut.addSink(f -> calls.add("b"));
        fanOut.onFrame(frame);
        fanOut.onFrame(frame);
        assertThat(calls).containsExactly("a", "b", "a", "b");
    }

    @Test
    void addingTwiceDeliversOnceAndRemovingUnknownDoesNothing() {
        List<VideoFrame> seen = new ArrayList<>();
        VideoSink sink = seen::add;
        fanOut.addSink(sink);
        fanOut.addSink(sink);
        fanOut.removeSink(f -> {});
        fanOut.onFrame(frame);
        assertThat(seen).hasSize(1);
        fanOut.removeSink(sink);
        fanOut.removeSink(sink);
        fanOut.onFrame(frame);
        assertThat(seen).hasSize(1);
    }

    @Test
    void removingWaitsForTheCallInFlight() throws InterruptedException {
        CountDownLatch inSink = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        VideoSink slow = f -> {
            inSink.countDown();
            awaitQuietly(goOn);
            left.set(true);
        };
        fanOut.addSink(slow);
        Thread source = new Thread(() -> fanOut.onFrame(frame), "source");
        source.start();
        assertThat(inSink.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicBoolean leftBeforeRemoved = new AtomicBoolean();
        Thread remover = new Thread(
                () -> {
                    fanOut.removeSink(slow);
                    leftBeforeRemoved.set(left.get());
                },
                "remover");
        remover.start();
        while (remover.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        remover.join(10_000);
        source.join(10_000);
        assertThat(leftBeforeRemoved).isTrue();
    }

    @Test
    void sinkThatRemovesItselfIsToldInsteadOfBlockingForEver() {
        fanOut.addSink(new VideoSink() {
            @Override
            public void onFrame(VideoFrame f) {
                fanOut.removeSink(this);
            }
        });
        assertThatThrownBy(() -> fanOut.onFrame(frame)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failingSinkDoesNotKeepTheFrameFromOthers() {
        List<VideoFrame> seen = new ArrayList<>();
        fanOut.addSink(f -> {
            throw new IllegalArgumentException("first");
        });
        fanOut.addSink(f -> {
            throw new IllegalArgumentException("second");
        });
        fanOut.addSink(seen::add);
        assertThatThrownBy(() -> fanOut.onFrame(frame))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(seen).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class EmptyFrame extends VideoFrame {
        @Override
        public int width() {
            return 2;
        }

        @Override
        public int height() {
            return 2;
        }

        @Override
        public ByteBuffer plane(int index) {
            return ByteBuffer.allocateDirect(4);
        }

        @Override
        public int stride(int index) {
            return 2;
        }

        @Override
        protected void recycle() {}
    }
}
