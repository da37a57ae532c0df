package dev.belfry.benchmarks;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import dev.belfry.media.internal.NativeFrame;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacv.Frame;

/** A picture as JavaCV's FFmpegFrameGrabber hands it out: BGR24 by way of SWS_BILINEAR. */
final class JavaCvPicture implements AutoCloseable {
    private final Frame frame = new Frame(Clip.WIDTH, Clip.HEIGHT, Frame.DEPTH_UBYTE, 3);
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(frame.imageStride, 0, 0, 0);
    private final SwsContext context = sws_getContext(
            Clip.WIDTH,
            Clip.HEIGHT,
            AV_PIX_FMT_YUV420P,
            Clip.WIDTH,
            Clip.HEIGHT,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);

    JavaCvPicture() {
        planes.put(0, new BytePointer((ByteBuffer) frame.image[0]));
    }

    Frame from(NativeFrame source) {
        sws_scale(context, source.planes(), source.strides(), 0, Clip.HEIGHT, planes, strides);
        return frame;
    }

    /** Returns the picture last made. */
    Frame frame() {
        return frame;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        planes.close();
        strides.close();
        frame.close();
    }
}
