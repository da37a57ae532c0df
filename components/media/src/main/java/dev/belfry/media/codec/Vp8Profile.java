package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** VP8 by libvpx. */
final class Vp8Profile extends LibvpxProfile {
    /** Negative values always cost the same; positive ones follow the wall clock, and so the load of the machine. */
    private static final int CPU_USED = -12;

    Vp8Profile() {
        super(CPU_USED);
    }

    @Override
    public String encoderName() {
        return "libvpx";
    }

    @Override
    public void configure(AVCodecContext context, int bitrate, int fps) throws EncoderException {
        super.configure(context, bitrate, fps);
        EncoderOptions.set(context, "error-resilient", 1);
    }

    /** A VP8 stream says nothing of its colours: they are always BT.601 (RFC 6386, section 9.2), limited in use. */
    @Override
    public boolean carries(Matrix matrix, Range range) {
        return matrix == Matrix.BT601 && range == Range.LIMITED;
    }
}
