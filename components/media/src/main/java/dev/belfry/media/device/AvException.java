package dev.belfry.media.device;

import dev.belfry.media.internal.Natives;

/** FFmpeg refused something. */
final class AvException extends Exception {
    private static final long serialVersionUID = 1;

    private final int error;

    AvException(String what, int error) {
        super(what + ": " + Natives.message(error));
        this.error = error;
    }

    /** Returns FFmpeg's negative code. */
    int error() {
        return error;
    }
}
