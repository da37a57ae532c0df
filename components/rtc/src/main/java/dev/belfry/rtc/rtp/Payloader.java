package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/**
 * Cuts encoded frames into packets. One serves one stream; not thread-safe, allocates nothing in the long run.
 *
 * @since 0.1
 */
public interface Payloader {
    /** The least number of payload bytes a packet may be limited to. */
    int MIN_PAYLOAD = 64;

    /** The greatest number of payload bytes a packet may be limited to: what leaves room for any header. */
    int MAX_PAYLOAD = 1400;

    /** The greatest number of bytes a frame may have, either way. */
    int MAX_FRAME = 4 * 1024 * 1024;

    /**
     * Cuts a frame into packets of about equal size, the last of a picture marked, and leaves the frame as it is.
     *
     * @param stream gives the packets, and their headers
     * @param maxPayload how many bytes may follow a packet's header, {@link #MIN_PAYLOAD} to {@link #MAX_PAYLOAD}
     * @param out takes the packets in order, each held once
     * @return false, with nothing added, if the frame is empty, larger than {@link #MAX_FRAME}, or not what the codec says
     */
    boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out);

    /**
     * Returns a new payloader.
     *
     * @param firstPicture where the numbers of pictures start that VP8 and VP9 have, 15 random bits
     */
    static Payloader of(Codec codec, int firstPicture) {
        return switch (codec) {
            case OPUS -> new OpusPayloader();
            case VP8 -> new Vp8Payloader(firstPicture);
            case VP9 -> new Vp9Payloader(firstPicture);
            case H264 -> new H264Payloader();
        };
    }
}
