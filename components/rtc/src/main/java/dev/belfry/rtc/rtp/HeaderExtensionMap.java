package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers that a description gave to header extensions, and the values of these extensions in packets. Reading
 * and writing values allocates nothing, but for {@link #mid}. Immutable.
 *
 * @since 0.1
 */
public final class HeaderExtensionMap {
    /** No extension at all. */
    public static final HeaderExtensionMap NONE = new HeaderExtensionMap(Map.of());

    private static final int MAX_ID = 255;

    private final EnumMap<HeaderExtension, Integer> ids = new EnumMap<>(HeaderExtension.class);

    /**
     * Creates a map from extensions to their identifiers.
     *
     * @throws IllegalArgumentException if an identifier is not from 1 to 255, is 15, or is given twice
     */
    public HeaderExtensionMap(Map<HeaderExtension, Integer> identifiers) {
        ids.putAll(identifiers);
        if (ids.values().stream().distinct().count() != ids.size()) {
            throw new IllegalArgumentException("An identifier is given twice: " + ids);
        }
        for (int id : ids.values()) {
            if (id < 1 || id > MAX_ID || id == 15) {
                throw new IllegalArgumentException("No identifier of a header extension: " + id);
            }
        }
    }

    /** Returns the identifier of an extension; zero if it is not used. */
    public int id(HeaderExtension extension) {
        Integer id = ids.get(extension);
        return id == null ? 0 : id;
    }

    /** Returns the transport-wide sequence number, or -1. */
    public int transportSequence(RtpPacket packet) {
        int at = find(packet, HeaderExtension.TRANSPORT_SEQUENCE, 2);
        return at < 0 ? -1 : Bytes.u16(packet.bytes(), at);
    }

    /** Sets the transport-wide sequence number; returns false if the packet has no place for it. */
    public boolean transportSequence(RtpPacket packet, int number) {
        int at = find(packet, HeaderExtension.TRANSPORT_SEQUENCE, 2);
        if (at < 0) {
            return false;
        }
        Bytes.put16(packet.bytes(), at, number);
        return true;
    }

    /** Returns the time of sending, 24 bits as of {@link NtpClock#absSendTime}, or -1. */
    public int absSendTime(RtpPacket packet) {
        int at = find(packet, HeaderExtension.ABS_SEND_TIME, 3);
        return at < 0 ? -1 : Bytes.u24(packet.bytes(), at);
    }

    /** Sets the time of sending; returns false if the packet has no place for it. */
    public boolean absSendTime(RtpPacket packet, int time) {
        int at = find(packet, HeaderExtension.ABS_SEND_TIME, 3);
        if (at < 0) {
            return false;
        }
        Bytes.put24(packet.bytes(), at, time);
        return true;
    }

    /** Returns how loud the sound is, RFC 6464 section 3: 0 is the loudest, 127 silence, in -dBov; -1 if not said. */
    public int audioLevel(RtpPacket packet) {
        int at = find(packet, HeaderExtension.AUDIO_LEVEL, 1);
        return at < 0 ? -1 : packet.bytes()[at] & 0x7f;
    }

    /** Returns whether the sender takes the sound for speech, RFC 6464 section 3. */
    public boolean isSpeech(RtpPacket packet) {
        int at = find(packet, HeaderExtension.AUDIO_LEVEL, 1);
        return at >= 0 && (packet.bytes()[at] & 0x80) != 0;
    }

    /** Returns when the content was captured, NTP time of the sender, or zero. */
    public long absCaptureTime(RtpPacket packet) {
        int at = find(packet, HeaderExtension.ABS_CAPTURE_TIME, 8);
        return at < 0 ? 0 : Bytes.i64(packet.bytes(), at);
    }

    /** Returns the name of the media section, or null; allocates. */
    public @Nullable String mid(RtpPacket packet) {
        int id = id(HeaderExtension.MID);
        int position = id == 0 ? ExtensionBlock.ABSENT : packet.extension(id);
        if (position < 0 || ExtensionBlock.length(position) == 0) {
            return null;
        }
        return new String(
                packet.bytes(),
                ExtensionBlock.offset(position),
                ExtensionBlock.length(position),
                StandardCharsets.UTF_8);
    }

    /** Returns the index of the value in the packet's array, or a negative number if there is none so long. */
    private int find(RtpPacket packet, HeaderExtension extension, int length) {
        int id = id(extension);
        int position = id == 0 ? ExtensionBlock.ABSENT : packet.extension(id);
        return position < 0 || ExtensionBlock.length(position) < length ? -1 : ExtensionBlock.offset(position);
    }
}
