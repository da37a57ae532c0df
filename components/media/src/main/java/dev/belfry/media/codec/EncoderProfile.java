package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** How one of FFmpeg's encoders is set up for a call. */
interface EncoderProfile {
    /** Returns FFmpeg's name of the encoder. */
    String encoderName();

    /** Sets the encoder's own options on a context that is not open yet. */
    void configure(AVCodecContext context, int bitrate, int fps) throws EncoderException;

    /** Returns how the bitrate of an encoder that was opened with this is changed. */
    default BitrateControl bitrateControl(AVCodecContext open, int bitrate, int fps) {
        return BitrateControl.NONE;
    }

    /** Returns whether its streams can say that their pictures have these colours. */
    boolean carries(Matrix matrix, Range range);

    /**
     * Where the bitrate of an open encoder cannot be changed: returns the smallest share of the bitrate it was opened with
     * that it can be brought down to; below, it has to be opened again, which costs a key frame.
     */
    double lowestShare();

    /**
     * Where the bitrate of an open encoder cannot be changed: returns the largest share, above 1 if it can be brought to
     * spend more, or if a gain of less is not worth the key frame.
     *
     * @param secondsOpen for how long it has been open
     */
    double highestShare(double secondsOpen);

    /** Returns whether its bits follow the time stamps of the pictures; if not, every picture gets the same number. */
    boolean followsTime();

    /** Returns what widths and heights have to be a multiple of. */
    int sizeMultiple();
}
