package dev.belfry.demo.headless;

import dev.belfry.frame.Codec;

/** What {@code --codec} takes. */
public enum VideoCodec {
    vp8,
    vp9,
    h264;

    Codec codec() {
        return switch (this) {
            case vp8 -> Codec.VP8;
            case vp9 -> Codec.VP9;
            case h264 -> Codec.H264;
        };
    }
}
