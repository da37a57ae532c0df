package dev.belfry.rtc.jitter;

/** Whether only a key frame helps, and when to ask for one. */
final class KeyFrameWish {
    /** The first packets of a stream may be those of a key frame that do not say so. */
    private static final long START_ALLOWANCE = 20_000_000;

    private final Patience patience;
    private boolean open = true;
    private boolean asked;
    private boolean urgent;
    private long since;
    private long lastAsked;

    KeyFrameWish(Patience patience) {
        this.patience = patience;
    }

    /** Notes that the stream begins; its first frame should be a key frame. */
    void begin(long now) {
        open = true;
        since = now;
    }

    /** Notes that frames were lost. */
    void need(long now) {
        open = true;
        if (!urgent) {
            urgent = true;
            since = now;
        }
    }

    /** Notes that a key frame came. */
    void fulfil() {
        open = false;
        urgent = false;
        asked = false;
    }

    boolean isOpen() {
        return open;
    }

    /** Returns how long it is until a key frame is to be asked for. */
    long delay(long now) {
        if (!open) {
            return Long.MAX_VALUE;
        } else if (asked) {
            return lastAsked + patience.keyFrameInterval() - now;
        }
        return urgent ? 0 : since + START_ALLOWANCE - now;
    }

    void ask(long now) {
        asked = true;
        lastAsked = now;
    }
}
