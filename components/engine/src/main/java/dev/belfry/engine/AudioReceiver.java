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
import org.jspecify.annotations.Nullable;

/** The sound of one participant: packets come in on the transport's thread, sound goes out on the playout's. */
final class AudioReceiver {
    private final PlayoutBuffer buffer = new FixedPlayoutBuffer();
    private final OpusDecoder decoder;
    private final LevelMeter meter = new LevelMeter();
    private final PictureHold hold;
    private final Consumer<CallException> onError;
    private volatile double level;

    AudioReceiver(PictureHold hold, Consumer<CallException> onError) throws CallException {
        this.decoder = new OpusDecoder();
        this.hold = hold;
        this.onError = onError;
    }

    void put(EncodedFrame packet) {
        buffer.put(packet);
    }

    /** Adds the next 20 ms to a mix, which will be heard then; for the playout thread. */
    void mix(PcmFrame scratch, Mixer mixer, long heardNanos) {
        scratch.silence();
        buffer.next(new Decoding(scratch, heardNanos));
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
        private final long heardNanos;

        Decoding(PcmFrame target, long heardNanos) {
            this.target = target;
            this.heardNanos = heardNanos;
        }

        @Override
        public void packet(EncodedFrame frame) {
            hold.sound(frame.captureNanos(), heardNanos);
            try {
                decoder.decode(frame, target);
            } catch (CallException e) {
                target.silence();
                onError.accept(e);
            }
        }

        @Override
        public void lost(@Nullable EncodedFrame following) {
            try {
                if (following == null) {
                    decoder.conceal(target);
                } else {
                    decoder.recover(following, target);
                }
            } catch (CallException e) {
                target.silence();
                onError.accept(e);
            }
        }

        @Override
        public void idle() {}
    }
}
