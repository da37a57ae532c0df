package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioSink;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.Mixer;
import dev.belfry.media.audio.PcmFrame;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes, mixes and plays, on one thread whose pace the sink sets. Where the sink fails, sound goes nowhere. */
final class AudioPlayer implements Runnable {
    private final SessionResources resources;
    private final Collection<AudioReceiver> receivers;
    private final Consumer<CallException> onError;
    private final Mixer mixer = new Mixer();
    private final Object lock = new Object();
    private AudioSinkSpec wanted;
    private boolean failed;
    private @Nullable AudioSink sink;
    private boolean closed;

    /** Creates a player of what is in this collection at each time; it must bear being changed meanwhile. */
    AudioPlayer(
            SessionResources resources,
            Collection<AudioReceiver> receivers,
            AudioSinkSpec wanted,
            Consumer<CallException> onError) {
        this.resources = resources;
        this.receivers = receivers;
        this.wanted = wanted;
        this.onError = onError;
    }

    /** Changes to another sink. */
    void use(AudioSinkSpec spec) {
        synchronized (lock) {
            wanted = spec;
            reopen();
        }
    }

    void close() {
        synchronized (lock) {
            closed = true;
            reopen();
        }
    }

    @Override
    public void run() {
        PcmFrame mixed = resources.audioFrames().take();
        PcmFrame scratch = resources.audioFrames().take();
        for (AudioSink next = open(); next != null; next = open()) {
            play(next, mixed, scratch);
            next.close();
        }
        mixed.release();
        scratch.release();
    }

    private void reopen() {
        failed = false;
        if (sink != null) {
            sink.close();
            sink = null;
        }
    }

    /** Opens what is wanted, or nothing where that fails; null once closed. The device opens outside of the lock. */
    private @Nullable AudioSink open() {
        while (true) {
            AudioSinkSpec spec;
            synchronized (lock) {
                if (closed) {
                    return null;
                }
                spec = failed ? new AudioSinkSpec.Discard() : wanted;
            }
            try {
                AudioSink opened = AudioDevices.open(spec);
                synchronized (lock) {
                    if (!closed && (failed || spec.equals(wanted))) {
                        sink = opened;
                        return opened;
                    }
                }
                opened.close();
            } catch (CallException e) {
                fail(e);
            }
        }
    }

    private void play(AudioSink to, PcmFrame mixed, PcmFrame scratch) {
        try {
            boolean open = true;
            while (open) {
                mixer.clear();
                long heardNanos = System.nanoTime() + to.delayNanos();
                for (AudioReceiver receiver : receivers) {
                    receiver.mix(scratch, mixer, heardNanos);
                }
                mixer.mixInto(mixed);
                open = to.write(mixed);
            }
        } catch (CallException e) {
            fail(e);
        }
    }

    private void fail(CallException e) {
        synchronized (lock) {
            failed = true;
        }
        onError.accept(e);
    }
}
