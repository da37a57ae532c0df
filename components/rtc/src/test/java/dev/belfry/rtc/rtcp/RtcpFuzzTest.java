package dev.belfry.rtc.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;

class RtcpFuzzTest {
    private final PacketPool packets = new PacketPool();

    @FuzzTest(maxDuration = "10m")
    void any_bytes_are_read_or_refused(byte[] input) {
        Packet packet = packets.take();
        packet.set(input, 0, Math.min(input.length, Packet.MAX_LENGTH));
        Bounds bounds = new Bounds(packet);
        new RtcpReader().read(packet, bounds);
        assertThat(bounds.untold).isZero();
        packet.release();
    }

    /** Fails on numbers that no packet can hold. */
    private static final class Bounds implements RtcpHandler {
        private final Packet packet;
        private int untold;

        Bounds(Packet packet) {
            this.packet = packet;
        }

        @Override
        public void senderReport(long ssrc, long ntpTime, long rtpTimestamp, long packetCount, long octets) {
            fitIn32Bits(ssrc, rtpTimestamp, packetCount, octets);
        }

        @Override
        public void reportBlock(long reporter, ReportBlock block) {
            fitIn32Bits(reporter, block.ssrc(), block.highestSequence(), block.jitter());
            assertThat(block.fractionLost()).isBetween(0, 255);
            assertThat(block.cumulativeLost()).isBetween(-0x80_0000, 0x7F_FFFF);
        }

        @Override
        public void canonicalName(long ssrc, byte[] bytes, int offset, int length) {
            fitIn32Bits(ssrc);
            assertThat(offset).isGreaterThan(packet.offset());
            assertThat(length).isBetween(0, 255);
            assertThat(offset + length).isLessThanOrEqualTo(packet.end());
        }

        @Override
        public void nack(long sender, long mediaSsrc, int sequenceNumber) {
            fitIn32Bits(sender, mediaSsrc);
            fitsIn16Bits(sequenceNumber);
        }

        @Override
        public void fullIntraRequest(long sender, long mediaSsrc, int number) {
            fitIn32Bits(sender, mediaSsrc);
            assertThat(number).isBetween(0, 255);
        }

        @Override
        public void maximumBitrate(long sender, long bitsPerSecond) {
            assertThat(bitsPerSecond).isNotNegative();
        }

        @Override
        public void transportFeedback(long sender, long mediaSsrc, int baseSequence, int count, int feedbackNumber) {
            fitIn32Bits(sender, mediaSsrc);
            fitsIn16Bits(baseSequence);
            assertThat(untold).isZero();
            untold = count;
        }

        @Override
        public void packetReceived(int transportSequence, long arrivalMicros) {
            fitsIn16Bits(transportSequence);
            assertThat(arrivalMicros).isBetween(0L, (1L << 24) * 64_000 - 1);
            untold--;
        }

        @Override
        public void packetMissing(int transportSequence) {
            fitsIn16Bits(transportSequence);
            untold--;
        }

        private static void fitIn32Bits(long... numbers) {
            for (long number : numbers) {
                assertThat(number).isBetween(0L, 0xFFFF_FFFFL);
            }
        }

        private static void fitsIn16Bits(int number) {
            assertThat(number).isBetween(0, 0xFFFF);
        }
    }
}
