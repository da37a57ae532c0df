package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioSource;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.audio.LevelMeter;
import dev.belfry.media.audio.OpusEncoder;
import dev.belfry.media.audio.PcmFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Source, mute, Opus, transport: one thread from the first to the last. Silence stands in for a source that failed. */
final class AudioSender implements Runnable {
    private static final int FRAMES_A_SECOND = 50;
    private static final double LOSS_KEPT_A_SECOND = 0.8;

    private final SessionResources resources;
    private final Counters counters;
    private final Outgoing transport;
    private final Consumer<CallException> onError;
    private final LevelMeter meter = new LevelMeter();
    private final Object lock = new Object();
    private AudioSourceSpec wanted;
    private boolean failed;
    private @Nullable AudioSource source;
    private boolean closed;
    private volatile boolean muted;
    private volatile double level;
    private int framesToReport = FRAMES_A_SECOND;
    private double loss;

    AudioSender(
            SessionResources resources,
            Counters counters,
            AudioSourceSpec wanted,
            boolean muted,
            Outgoing transport,
            Consumer<CallException> onError) {
        this.resources = resources;
        this.counters = counters;
        this.wanted = wanted;
        this.muted = muted;
        this.transport = transport;
        this.onError = onError;
    }

    /** Sends silence, or sound again; a source that failed is tried anew. */
    void setMuted(boolean nowMuted) {
        muted = nowMuted;
        synchronized (lock) {
            if (!nowMuted && failed) {
                reopen();
            }
        }
    }

    /** Changes to another source. */
    void use(AudioSourceSpec spec) {
        synchronized (lock) {
            wanted = spec;
            reopen();
        }
    }

    /** Returns how loud the sound is that is sent, 0 to 1. */
    double level() {
        return level;
    }

    void close() {
        synchronized (lock) {
            closed = true;
            reopen();
        }
    }

    @Override
    public void run() {
        try {
            OpusEncoder encoder = new OpusEncoder(resources.encodedFrames());
            for (AudioSource next = open(); next != null; next = open()) {
                send(next, encoder);
                next.close();
            }
        } catch (CallException e) {
            onError.accept(e);
        }
    }

    /** Has the thread open the wanted source in place of the one it reads from. Holds the lock. */
    private void reopen() {
        failed = false;
        if (source != null) {
            source.close();
            source = null;
        }
    }

    /** Opens what is wanted, or silence where that fails; null once closed. The device opens outside of the lock. */
    private @Nullable AudioSource open() throws CallException {
        while (true) {
            AudioSourceSpec spec;
            synchronized (lock) {
                if (closed) {
                    return null;
                }
                spec = failed ? new AudioSourceSpec.Silence() : wanted;
            }
            AudioSource opened;
            try {
                opened = AudioDevices.open(spec);
            } catch (CallException e) {
                fail(spec, e);
                continue;
            }
            synchronized (lock) {
                boolean current = !closed && (failed || spec.equals(wanted));
                if (current) {
                    source = opened;
                    return opened;
                }
            }
            opened.close();
        }
    }

    private void fail(AudioSourceSpec spec, CallException e) {
        synchronized (lock) {
            if (closed || !spec.equals(wanted)) {
                return;
            }
            failed = true;
        }
        onError.accept(e);
    }

    /** Once a second, has the encoder mend what is lost on the way: at once if that is more, and for a while if less. */
    private void adapt(OpusEncoder encoder) {
        framesToReport--;
        if (framesToReport <= 0) {
            framesToReport = FRAMES_A_SECOND;
            loss = Math.max(transport.audioLoss(), loss * LOSS_KEPT_A_SECOND);
            encoder.setExpectedLoss(loss);
        }
    }

    private void send(AudioSource from, OpusEncoder encoder) throws CallException {
        PcmFrame frame = resources.audioFrames().take();
        try {
            while (from.read(frame)) {
                if (muted) {
                    frame.silence();
                }
                level = meter.add(frame);
                EncodedFrame encoded = encoder.encode(frame);
                counters.audioSent.increment();
                counters.audioBytes.add(encoded.data().remaining());
                transport.accept(encoded);
                encoded.release();
                adapt(encoder);
            }
        } catch (CallException e) {
            synchronized (lock) {
                failed = true;
            }
            onError.accept(e);
        } finally {
            frame.release();
        }
    }
}
