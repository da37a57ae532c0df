package dev.belfry.rtc.session;

import dev.belfry.frame.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * Sound or pictures sent by the peer; W3C's RTCRtpReceiver. Thread-safe; nothing blocks.
 *
 * @since 0.1
 */
public interface RemoteTrack {
    MediaKind kind();

    /** Returns the media identification (RFC 8843) it is negotiated under. */
    String mid();

    /** Returns the first stream the peer says the track belongs to; null if it says none. */
    @Nullable
    String streamId();

    /** Asks the peer for a key frame (PLI), since its pictures cannot be decoded; at most once a round-trip time. */
    void requestKeyFrame();

    /**
     * Returns the loudness the sender put beside its latest sound (RFC 6464), from 0 to 1, without decoding; 0 before
     * any and for pictures.
     */
    double audioLevel();
}
