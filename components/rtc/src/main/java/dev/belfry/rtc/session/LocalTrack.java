package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sound or pictures sent to the peer; W3C's RTCRtpSender. Thread-safe; nothing blocks.
 *
 * @since 0.1
 */
public interface LocalTrack {
    MediaKind kind();

    String streamId();

    /** Returns the media identification (RFC 8843) once it is negotiated; null before. */
    @Nullable
    String mid();

    /**
     * Returns what the peer can decode, in its order of preference; empty before the track is negotiated and while the
     * peer does not want it. Frames of any of these may be sent, and the codec may change with any key frame.
     */
    List<Codec> codecs();

    /**
     * Sends a frame. What cannot be sent is lost, and counted: before the connection is made, while muted, of a codec
     * the peer does not decode, or when too much is waiting already (then a key frame is asked for).
     *
     * @param frame valid during the call; retained while it is needed. Its capture time is on the connection's clock
     */
    void send(EncodedFrame frame);

    /** Returns which share of the packets did not come, from 0 to 1, by the peer's last report; 0 before the first. */
    double lossAtPeer();

    /** Stops or goes on sending; nothing is sent while muted. Needs no negotiation. The peer asks for no key frame. */
    void setMuted(boolean muted);

    /** Takes the track away from the peer for good, by negotiation. */
    void remove();
}
