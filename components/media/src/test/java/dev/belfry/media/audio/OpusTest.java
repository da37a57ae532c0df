package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
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
