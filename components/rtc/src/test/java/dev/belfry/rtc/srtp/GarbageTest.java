package dev.belfry.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belfry.rtc.packet.Packet;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GarbageTest {
    private static final int PACKETS = 5_000;

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void protecting_and_reading_a_packet_allocates_next_to_nothing(SrtpProfile profile) {
        SrtpSender sender = new SrtpSender(Rtp.keys(profile, true));
        SrtpReceiver receiver = new SrtpReceiver(Rtp.keys(profile, false));
        Packet packet = Rtp.packet(new byte[1_200]);
        pass(sender, receiver, packet, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(sender, receiver, packet, PACKETS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        // the runtime's HMAC makes an array for each tag; what is interpreted at first allocates where compiled code
        // does not
        assertThat(bytes / PACKETS).isLessThanOrEqualTo(100);
    }

    private static void pass(SrtpSender sender, SrtpReceiver receiver, Packet packet, int from) {
        int failures = 0;
        for (int i = from; i < from + PACKETS; i++) {
            byte[] bytes = packet.bytes();
            int at = packet.offset();
            bytes[at] = (byte) 0x80;
            bytes[at + 2] = (byte) (i >> 8);
            bytes[at + 3] = (byte) i;
            if (sender.protectRtp(packet) != SrtpOutcome.OK || receiver.unprotectRtp(packet) != SrtpOutcome.OK) {
                failures++;
            }
        }
        assertThat(failures).isZero();
    }
}
