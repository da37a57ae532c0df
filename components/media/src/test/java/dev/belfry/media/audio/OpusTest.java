package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpusTest {
    private static final int FRAMES = 50;

    private final EncodedFramePool packets = new EncodedFramePool(512);
    private final AudioFramePool frames = new AudioFramePool();

    @Test
    void aToneSoundsTheSameOnTheOtherSide() throws CallException {
        short[] sent = Signals.tone(440, FRAMES);
        short[] heard = transmit(sent, -1);
        assertThat(Correlation.best(sent, heard, heard.length / 2, 4800, 0, 480))
                .isGreaterThan(0.98);
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    @Test
    void aLostPacketIsConcealedWithSomethingAlike() throws CallException {
        short[] sent = Signals.tone(440, FRAMES);
        int lost = 30;
        short[] heard = transmit(sent, lost);
        assertThat(Correlation.best(sent, heard, lost * PcmFrame.SAMPLES, PcmFrame.SAMPLES, 0, 480))
                .isGreaterThan(0.7);
    }

    /** Every fifth packet is lost. */
    @Test
    void aLostPacketIsRecoveredFromTheNextOne() throws CallException {
        double concealed = likenessOfLost((decoder, next, frame) -> decoder.conceal(frame));
        double recovered = likenessOfLost(OpusDecoder::recover);

        assertThat(recovered).isGreaterThan(concealed + 0.05);
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    /** Fills a frame whose packet is lost. */
    private interface Mending {
        void mend(OpusDecoder decoder, EncodedFrame next, PcmFrame frame) throws CallException;
    }

    /** How like what was sent the lost frames sound, on average. */
    private double likenessOfLost(Mending mending) throws CallException {
        short[] sent = Signals.voice(100);
        OpusEncoder encoder = new OpusEncoder(packets);
        encoder.setExpectedLoss(0.2);
        OpusDecoder decoder = new OpusDecoder();
        short[] heard = new short[sent.length];
        int count = sent.length / PcmFrame.SAMPLES;
        for (int i = 0; i < count; i++) {
            PcmFrame frame = Signals.frame(frames, sent, i);
            EncodedFrame packet = encoder.encode(frame);
            if (isLost(i - 1)) {
                mending.mend(decoder, packet, frame);
                System.arraycopy(frame.samples(), 0, heard, (i - 1) * PcmFrame.SAMPLES, PcmFrame.SAMPLES);
            }
            if (!isLost(i)) {
                decoder.decode(packet, frame);
                System.arraycopy(frame.samples(), 0, heard, i * PcmFrame.SAMPLES, PcmFrame.SAMPLES);
            }
            packet.release();
            frame.release();
        }
        return IntStream.range(10, count - 1)
                .filter(OpusTest::isLost)
                .mapToDouble(i -> Correlation.best(sent, heard, i * PcmFrame.SAMPLES, PcmFrame.SAMPLES, 0, 480))
                .average()
                .orElseThrow();
    }

    private static boolean isLost(int index) {
        return index % 5 == 4;
    }

    @Test
    void aNewBitrateTakesHoldWhileTheEncoderIsOpen() throws CallException {
        OpusEncoder encoder = new OpusEncoder(packets);
        int before = bytesOfOneSecond(encoder);
        encoder.setBitrate(12_000);
        assertThat(bytesOfOneSecond(encoder)).isLessThan(before * 2 / 3);
    }

    @Test
    void packetsAreNumberedAndTimedOnTheCodecsClock() throws CallException {
        OpusEncoder encoder = new OpusEncoder(packets);
        PcmFrame frame = Signals.constant(frames, 0);
        frame.setCaptureNanos(77);
        encoder.encode(frame).release();
        EncodedFrame second = encoder.encode(frame);
        assertThat(second.codec()).isEqualTo(Codec.OPUS);
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(second.timestamp()).isEqualTo(960);
        assertThat(second.captureNanos()).isEqualTo(77);
        assertThat(second.isKeyFrame()).isTrue();
    }

    @Test
    void whatIsNoOpusIsATypedError() throws CallException {
        OpusDecoder decoder = new OpusDecoder();
        EncodedFrame empty = packets.take();
        empty.start(0).flip();
        assertThatThrownBy(() -> decoder.decode(empty, frames.take())).isInstanceOf(CallException.class);
        EncodedFrame garbage = packets.take();
        garbage.start(3).put(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF}).flip();
        assertThatThrownBy(() -> decoder.decode(garbage, frames.take())).isInstanceOf(CallException.class);
    }

    private short[] transmit(short[] sent, int lost) throws CallException {
        OpusEncoder encoder = new OpusEncoder(packets);
        OpusDecoder decoder = new OpusDecoder();
        short[] heard = new short[sent.length];
        for (int i = 0; i < FRAMES; i++) {
            PcmFrame frame = Signals.frame(frames, sent, i);
            EncodedFrame packet = encoder.encode(frame);
            if (i == lost) {
                decoder.conceal(frame);
            } else {
                decoder.decode(packet, frame);
            }
            System.arraycopy(frame.samples(), 0, heard, i * PcmFrame.SAMPLES, PcmFrame.SAMPLES);
            packet.release();
            frame.release();
        }
        return heard;
    }

    private int bytesOfOneSecond(OpusEncoder encoder) throws CallException {
        short[] sound = Signals.tone(300, FRAMES);
        int bytes = 0;
        for (int i = 0; i < FRAMES; i++) {
            PcmFrame frame = Signals.frame(frames, sound, i);
            EncodedFrame packet = encoder.encode(frame);
            bytes += packet.data().remaining();
            packet.release();
            frame.release();
        }
        return bytes;
    }
}
