package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The peer's track as the owner sees it. */
final class ReceiveTrack implements RemoteTrack {
    private static final double DECIBELS_PER_DECADE = 20;
    private static final int SILENCE = 127;

    private final MediaKind kind;
    private final String mid;
    private final @Nullable String streamId;
    private final Consumer<ReceiveTrack> keyFrameRequest;
    private volatile double audioLevel;

    /**
     * Creates a track.
     *
     * @param keyFrameRequest asks the peer for a key frame; on any thread
     */
    ReceiveTrack(MediaKind kind, String mid, @Nullable String streamId, Consumer<ReceiveTrack> keyFrameRequest) {
        this.kind = kind;
        this.mid = mid;
        this.streamId = streamId;
        this.keyFrameRequest = keyFrameRequest;
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    @Override
    public String mid() {
        return mid;
    }

    @Override
    public @Nullable String streamId() {
        return streamId;
    }

    @Override
    public void requestKeyFrame() {
        if (kind == MediaKind.VIDEO) {
            keyFrameRequest.accept(this);
        }
    }

    @Override
    public double audioLevel() {
        return audioLevel;
    }

    /** Notes how loud the latest packet is, in -dBov (RFC 6464 section 3). */
    void level(int minusDbov) {
        audioLevel = minusDbov >= SILENCE ? 0 : Math.pow(10, -minusDbov / DECIBELS_PER_DECADE);
    }

    @Override
    public String toString() {
        return "RemoteTrack[" + kind + ", mid=" + mid + "]";
    }
}
