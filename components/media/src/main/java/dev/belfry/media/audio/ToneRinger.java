package dev.belfry.media.audio;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.spi.Ringer;
import org.jspecify.annotations.Nullable;

/**
 * Rings with tones of its own through Java Sound. One thread, from the first sound to {@link #close}, opens the
 * loudspeaker for each sound and lets go of it afterwards; where there is none, it logs a warning and stays silent.
 * Thread-safe; no method blocks, but that {@code close} waits for the thread.
 *
 * @since 0.1
 */
public final class ToneRinger implements Ringer {
    private final AudioSinkSpec speaker;
    private final AudioFramePool frames = new AudioFramePool();
    private final Object lock = new Object();
    private @Nullable RingTone wanted;
    private @Nullable AudioSink sounding;
    private @Nullable Thread thread;
    private boolean closed;

    /** Creates a ringer for the system's default loudspeaker. */
    public ToneRinger() {
        this(new AudioSinkSpec.Speaker(null));
    }

    /** Creates a ringer that is heard elsewhere. */
    public ToneRinger(AudioSinkSpec speaker) {
        this.speaker = speaker;
    }

    @Override
    public void ring(Call call) {
        sound(RingTone.RING);
    }

    @Override
    public void callWaiting(Call call) {
        sound(RingTone.CALL_WAITING);
    }

    @Override
    public void ringback(Call call) {
        sound(RingTone.RINGBACK);
    }

    @Override
    public void stop() {
        sound(null);
    }

    @Override
    public void close() {
        Thread ending;
        synchronized (lock) {
            closed = true;
            change(null);
            ending = thread;
        }
        if (ending != null && ending != Thread.currentThread()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sound(@Nullable RingTone tone) {
        synchronized (lock) {
            if (closed || wanted == tone) {
                return;
            }
            change(tone);
            if (thread == null) {
                Thread started = new Thread(this::run, "belfry-ringer");
                started.setDaemon(true);
                thread = started;
                started.start();
            }
        }
    }

    /** Holds the lock. */
    private void change(@Nullable RingTone tone) {
        wanted = tone;
        if (sounding != null) {
            sounding.close();
            sounding = null;
        }
        lock.notifyAll();
    }

    private void run() {
        try {
            for (RingTone tone = next(); tone != null; tone = next()) {
                play(tone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to sound; null once closed. */
    private @Nullable RingTone next() throws InterruptedException {
        synchronized (lock) {
            while (wanted == null && !closed) {
                lock.wait();
            }
            return wanted;
        }
    }

    private void play(RingTone tone) throws InterruptedException {
        PcmFrame frame = frames.take();
        try (AudioSink sink = AudioDevices.open(speaker)) {
            synchronized (lock) {
                if (wanted != tone) {
                    return;
                }
                sounding = sink;
            }
            short[] period = tone.samples();
            int at = 0;
            do {
                System.arraycopy(period, at, frame.samples(), 0, frame.length());
                at = (at + frame.length()) % period.length;
            } while (sink.write(frame));
        } catch (CallException e) {
            System.getLogger(ToneRinger.class.getName()).log(System.Logger.Level.WARNING, "no ring tone", e);
            awaitChange(tone);
        } finally {
            frame.release();
        }
    }

    private void awaitChange(RingTone tone) throws InterruptedException {
        synchronized (lock) {
            sounding = null;
            while (wanted == tone && !closed) {
                lock.wait();
            }
        }
    }
}
