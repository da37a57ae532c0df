package dev.belfry.benchmarks;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.SwsStep;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** The plain way from I420 to a raster: one pass of libswscale over the whole picture, then one copy of it. */
final class PlainConversion implements AutoCloseable {
    private final SwsStep step = new SwsStep();
    private final IntPointer pixels = new IntPointer((long) Clip.WIDTH * Clip.HEIGHT);
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(Clip.WIDTH * 4, 0, 0, 0);

    PlainConversion() {
        planes.put(0, pixels);
    }

    void convert(NativeFrame frame, int[] raster) {
        step.from(AV_PIX_FMT_YUV420P, Clip.WIDTH, Clip.HEIGHT, frame.matrix(), frame.range())
                .to(AV_PIX_FMT_BGR0, Clip.WIDTH, Clip.HEIGHT, frame.matrix(), Range.FULL)
                .run(frame.planes(), frame.strides(), planes, strides);
        pixels.get(raster);
    }

    @Override
    public void close() {
        step.close();
        pixels.close();
        planes.close();
        strides.close();
    }
}
