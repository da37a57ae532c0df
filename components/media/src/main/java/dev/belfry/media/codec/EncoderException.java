package dev.belfry.media.codec;

import java.io.IOException;

/** FFmpeg refused something; becomes the cause of a typed error. */
final class EncoderException extends IOException {
    private static final long serialVersionUID = 1;

    EncoderException(String message) {
        super(message);
    }
}
