package dev.belfry.frame;

/** How a stream is encoded. @since 0.1 */
public enum Codec {
    OPUS(MediaKind.AUDIO, 48_000),
    VP8(MediaKind.VIDEO, 90_000),
    VP9(MediaKind.VIDEO, 90_000),
    H264(MediaKind.VIDEO, 90_000);

    private final MediaKind kind;
    private final int clockRate;

    Codec(MediaKind kind, int clockRate) {
        this.kind = kind;
        this.clockRate = clockRate;
    }

    public MediaKind kind() {
        return kind;
    }

    /** Returns the ticks a second of its RTP timestamps. */
    public int clockRate() {
        return clockRate;
    }
}
