package dev.belfry.rtc.session;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.PacketKind;
import dev.belfry.rtc.srtp.EarlyPackets;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpOutcome;
import dev.belfry.rtc.srtp.SrtpProfile;
import dev.belfry.rtc.srtp.SrtpReceiver;
import dev.belfry.rtc.srtp.SrtpSender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts RTP and RTCP. What comes before the keys waits for them; nothing leaves before them. For the
 * loop.
 */
final class MediaKeys {
    private static final Logger LOG = System.getLogger(MediaKeys.class.getName());

    private final Consumer<Packet> media;
    private final EarlyPackets early = new EarlyPackets();
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private @Nullable SrtpProfile profile;
    private long refused;

    /**
     * Waits for keys.
     *
     * @param media gets each genuine packet in the clear, and owns it then
     */
    MediaKeys(Consumer<Packet> media) {
        this.media = media;
    }

    /** Takes the keys over. */
    void use(SrtpKeys keys) {
        try (keys) {
            profile = keys.profile();
            sender = new SrtpSender(keys);
            receiver = new SrtpReceiver(keys);
        }
    }

    /** Decrypts what came before the keys. */
    void drainEarly() {
        early.drainTo(this::receive);
    }

    /** Returns how the media is encrypted; null before the keys are there. */
    @Nullable
    SrtpProfile profile() {
        return profile;
    }

    /** Returns how many packets were dropped since they were not genuine, or came before. */
    long refused() {
        return refused;
    }

    /** Encrypts a packet; false if it cannot be sent. */
    boolean protect(Packet packet) {
        SrtpSender keys = sender;
        if (keys == null) {
            return false;
        }
        SrtpOutcome outcome =
                PacketKind.of(packet) == PacketKind.RTCP ? keys.protectRtcp(packet) : keys.protectRtp(packet);
        return outcome == SrtpOutcome.OK;
    }

    /** Takes an encrypted packet over; false if too many wait for the keys already. */
    boolean receive(Packet packet) {
        SrtpReceiver keys = receiver;
        if (keys == null) {
            return early.add(packet);
        }
        SrtpOutcome outcome =
                PacketKind.of(packet) == PacketKind.RTCP ? keys.unprotectRtcp(packet) : keys.unprotectRtp(packet);
        if (outcome == SrtpOutcome.OK) {
            media.accept(packet);
        } else {
            if (refused++ == 0) {
                LOG.log(Level.DEBUG, "SRTP refused a packet for the first time: {0}", outcome);
            }
            packet.release();
        }
        return true;
    }

    /** Forgets the keys, and lets go of what waits. */
    void close() {
        sender = null;
        receiver = null;
        early.close();
    }
}
