package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.media.picture.NativeFramePool;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CaptureThreadTest {
    private final NativeFramePool pool = new NativeFramePool();
    private final BlockingQueue<CallException> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
        assertThat(threads).noneMatch(Thread::isAlive);
    }

    @Test
    void close_ends_a_feed_that_rests() throws Exception {
        VideoSource source = source(capture -> {
            while (!capture.isStopped()) {
                capture.pauseUntil(capture.clock().nanoTime() + TimeUnit.HOURS.toNanos(1));
            }
        });
        source.start(frame -> {}, failures::add);
        Thread thread = threads.take();
        assertThat(thread.getName()).isEqualTo("belfry-capture-test");
        source.close();
        source.close();
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void a_source_starts_once() {
        VideoSource source = source(capture -> {});
        source.start(frame -> {}, failures::add);
        assertThatThrownBy(() -> source.start(frame -> {}, failures::add)).isInstanceOf(IllegalStateException.class);
        source.close();
    }

    @Test
    void a_closed_source_does_not_start() {
        VideoSource source = source(capture -> {});
        source.close();
        assertThatThrownBy(() -> source.start(frame -> {}, failures::add)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_failure_is_told_once() throws Exception {
        VideoSource source = source(capture -> {
            throw new CallException(ErrorCode.ERR_CAMERA_BUSY);
        });
        source.start(frame -> {}, failures::add);
        assertThat(failures.take().code()).isEqualTo(ErrorCode.ERR_CAMERA_BUSY);
        source.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_sink_that_throws_fails_the_source() throws Exception {
        VideoSource source = source(capture -> capture.deliver(pool.take(4, 4), 1));
        IllegalStateException thrown = new IllegalStateException("sink");
        source.start(
                frame -> {
                    throw thrown;
                },
                failures::add);
        CallException failure = failures.take();
        assertThat(failure.code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
        assertThat(failure).hasCause(thrown);
        source.close();
    }

    @Test
    void what_fails_because_of_the_end_is_not_told() throws Exception {
        VideoSource source = source(capture -> {
            while (!capture.isStopped()) {
                capture.pause();
            }
            throw new CallException(ErrorCode.ERR_CAMERA_LOST);
        });
        source.start(frame -> {}, failures::add);
        threads.take();
        source.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void the_sink_may_close_the_source() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        VideoSource source = source(capture -> {
            while (!capture.isStopped()) {
                capture.deliver(pool.take(4, 4), 1);
            }
        });
        source.start(
                frame -> {
                    source.close();
                    closed.countDown();
                },
                failures::add);
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        source.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void close_waits_for_the_sink_even_when_interrupted() throws Exception {
        CountDownLatch inSink = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        VideoSource source = source(capture -> capture.deliver(pool.take(4, 4), 1));
        source.start(
                frame -> {
                    inSink.countDown();
                    try {
                        assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                failures::add);
        assertThat(inSink.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        Thread opener = new Thread(goOn::countDown);
        opener.start();
        source.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failures).isEmpty();
        opener.join();
    }

    private VideoSource source(Feed feed) {
        Feed noted = capture -> {
            threads.add(Thread.currentThread());
            feed.run(capture);
        };
        return new CaptureThread("test", noted, CaptureClock.SYSTEM);
    }
}
