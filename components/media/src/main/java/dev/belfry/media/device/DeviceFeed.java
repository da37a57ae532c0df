package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Pictures of a camera or screen. Devices are asked without waiting, so that a silent one does not hold up the end. */
final class DeviceFeed implements Feed {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final String SILENT = "no picture for five seconds";

    private final DeviceKind kind;
    private final NativeFramePool pool;

    DeviceFeed(DeviceKind kind, NativeFramePool pool) {
        this.kind = kind;
        this.pool = pool;
    }

    @Override
    public void run(Capture capture) throws CallException {
        try (AvReader reader = open();
                FrameConverter converter = new FrameConverter()) {
            long lastPicture = capture.clock().nanoTime();
            while (!capture.isStopped()) {
                int result = reader.next();
                long now = capture.clock().nanoTime();
                if (result == AvReader.PICTURE) {
                    lastPicture = now;
                    capture.deliver(convert(converter, reader.frame()), now);
                } else if (result != AvReader.NOT_YET) {
                    throw kind.lost(new AvException("read", result));
                } else if (now - lastPicture > SILENCE_NANOS) {
                    throw kind.lost(new AvException(SILENT, AvReader.END));
                } else {
                    capture.pauseUntil(now + POLL_NANOS);
                }
            }
        }
    }

    private NativeFrame convert(FrameConverter converter, AVFrame picture) {
        NativeFrame frame = pool.take(picture.width(), picture.height());
        try {
            converter.convert(picture, frame);
            return frame;
        } catch (RuntimeException e) {
            frame.release();
            throw e;
        }
    }

    private AvReader open() throws CallException {
        AvException last = null;
        for (AvInput attempt : kind.attempts()) {
            try {
                return AvReader.open(attempt);
            } catch (AvException e) {
                last = e;
                if (kind.isFinal(e.error())) {
                    break;
                }
            }
        }
        throw kind.notOpened(last != null ? last : new AvException("no way to open the device", AvReader.END));
    }
}
