package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Pictures that the host pushes: copied on the host's thread, delivered on the capture thread, the newest only. */
final class PushedFeed implements Feed {
    private final PushedFrames frames;
    private final NativeFramePool pool;

    PushedFeed(PushedFrames frames, NativeFramePool pool) {
        this.frames = frames;
        this.pool = pool;
    }

    @Override
    public void run(Capture capture) throws CallException {
        Mailbox mailbox = new Mailbox(capture);
        try {
            frames.attach(mailbox);
            while (!capture.isStopped()) {
                NativeFrame frame = mailbox.waiting.getAndSet(null);
                if (frame == null) {
                    capture.pause();
                } else {
                    capture.deliver(frame, frame.captureNanos());
                }
            }
        } finally {
            frames.detach(mailbox);
            mailbox.close();
        }
    }

    /** Holds the newest picture until the capture thread takes it. */
    private final class Mailbox implements PushedFrames.Receiver, AutoCloseable {
        private final AtomicReference<@Nullable NativeFrame> waiting = new AtomicReference<>();
        private final ImageConverter images = new ImageConverter();
        private final Capture capture;

        Mailbox(Capture capture) {
            this.capture = capture;
        }

        @Override
        public boolean take(BufferedImage image) {
            NativeFrame frame = pool.take(image.getWidth(), image.getHeight());
            try {
                images.convert(image, frame);
            } catch (RuntimeException e) {
                frame.release();
                throw e;
            }
            put(frame);
            return true;
        }

        @Override
        public boolean take(
                int width,
                int height,
                ByteBuffer y,
                int strideY,
                ByteBuffer u,
                int strideU,
                ByteBuffer v,
                int strideV) {
            NativeFrame frame = pool.take(width, height);
            copy(y, strideY, frame, 0, width, height);
            copy(u, strideU, frame, 1, (width + 1) / 2, (height + 1) / 2);
            copy(v, strideV, frame, 2, (width + 1) / 2, (height + 1) / 2);
            put(frame);
            return true;
        }

        @Override
        public void close() {
            release(waiting.getAndSet(null));
            images.close();
        }

        private void put(NativeFrame frame) {
            frame.setTime(capture.clock().nanoTime(), 0);
            release(waiting.getAndSet(frame));
            capture.wake();
        }
    }

    private static void release(@Nullable NativeFrame frame) {
        if (frame != null) {
            frame.release();
        }
    }

    private static void copy(ByteBuffer from, int stride, NativeFrame frame, int plane, int columns, int rows) {
        ByteBuffer to = frame.plane(plane);
        int start = from.position();
        for (int row = 0; row < rows; row++) {
            to.put(row * frame.stride(plane), from, start + row * stride, columns);
        }
    }
}
