package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.media.audio.FixedPlayoutBuffer;
import dev.belfry.media.audio.LevelMeter;
import dev.belfry.media.audio.Mixer;
import dev.belfry.media.audio.OpusDecoder;
import dev.belfry.media.audio.PcmFrame;
import dev.belfry.media.audio.PlayoutBuffer;
import java.util.function.Consumer;

/** The sound of one participant: packets come in on the transport's thread, sound goes out on the playout's. */
final class AudioReceiver {
    private final PlayoutBuffer buffer = new FixedPlayoutBuffer();
    private final OpusDecoder decoder;
    private final LevelMeter meter = new LevelMeter();
    private final Consumer<CallException> onError;
    private volatile double level;

    AudioReceiver(Consumer<CallException> onError) throws CallException {
        this.decoder = new OpusDecoder();
        this.onError = onError;
    }

    void put(EncodedFrame packet) {
        buffer.put(packet);
    }

    /** Adds the next 20 ms to a mix; for the playout thread. */
    void mix(PcmFrame scratch, Mixer mixer) {
        scratch.silence();
        buffer.next(new Decoding(scratch));
        level = meter.add(scratch);
        mixer.add(scratch);
    }

    /** Returns how loud the participant is, 0 to 1. */
    double level() {
        return level;
    }

    void close() {
        buffer.close();
    }

    private final class Decoding implements PlayoutBuffer.Output {
        private final PcmFrame target;

        Decoding(PcmFrame target) {
            this.target = target;
        }

        @Override
        public void packet(EncodedFrame frame) {
            try {
                decoder.decode(frame, target);
            } catch (CallException e) {
                target.silence();
                onError.accept(e);
            }
        }

        @Override
        public void lost() {
            try {
                decoder.conceal(target);
            } catch (CallException e) {
                target.silence();
                onError.accept(e);
            }
        }

        @Override
        public void idle() {}
    }
}
