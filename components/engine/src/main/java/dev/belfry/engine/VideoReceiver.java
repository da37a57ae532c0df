package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoDecoder;
import dev.belfry.media.picture.FrameFanOut;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pictures of one participant: queued on the transport's thread, decoded and handed out on one of its own,
 * when its sound is heard. */
final class VideoReceiver {
    private static final System.Logger LOG = System.getLogger(VideoReceiver.class.getName());
    private static final long REQUEST_INTERVAL = TimeUnit.MILLISECONDS.toNanos(300);

    private final SessionResources resources;
    private final Counters counters;
    private final Runnable requestKeyFrame;
    private final Consumer<CallException> onError;
    private final PictureHold hold;
    private final DecodeQueue queue = new DecodeQueue();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final FrameFanOut track;
    private final VideoSink output = this::onPicture;
    private @Nullable VideoDecoder decoder;
    private @Nullable Codec codec;
    private boolean started;
    private long requestedAt;
    private boolean requested;
    private volatile long decodedAt;
    private volatile boolean decodedAny;

    VideoReceiver(
            SessionResources resources,
            Counters counters,
            FrameFanOut track,
            PictureHold hold,
            Runnable requestKeyFrame,
            Consumer<CallException> onError) {
        this.resources = resources;
        this.counters = counters;
        this.track = track;
        this.hold = hold;
        this.requestKeyFrame = requestKeyFrame;
        this.onError = onError;
    }

    /** Takes a frame; for the transport's thread. */
    void put(EncodedFrame frame) {
        counters.received.increment();
        hold.picture(frame.captureNanos(), System.nanoTime());
        if (queue.put(frame)) {
            request();
        }
        counters.dropped.add(queue.dropped());
        synchronized (this) {
            if (!started) {
                started = true;
                resources.threads().start("decode", this::run);
            }
        }
    }

    /** Returns whether a picture was decoded within this time. */
    boolean isFlowing(long nowNanos, long withinNanos) {
        return decodedAny && nowNanos - decodedAt <= withinNanos;
    }

    void close() {
        queue.close();
        closing.countDown();
    }

    private void run() {
        try {
            for (EncodedFrame frame = queue.take(); frame != null; frame = queue.take()) {
                try {
                    decode(frame);
                } finally {
                    frame.release();
                }
            }
        } catch (CallException e) {
            onError.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
            if (decoder != null) {
                decoder.close();
            }
        }
    }

    private void decode(EncodedFrame frame) throws CallException {
        VideoDecoder open = decoder(frame.codec());
        try {
            open.decode(frame, output);
        } catch (CallException e) {
            LOG.log(System.Logger.Level.DEBUG, "a picture was lost", e);
            counters.dropped.increment();
            queue.restart();
            request();
        }
    }

    /** Returns the decoder of a codec; the sender may change codecs. */
    private VideoDecoder decoder(Codec wanted) throws CallException {
        VideoDecoder open = decoder;
        if (open == null || codec != wanted) {
            if (open != null) {
                open.close();
            }
            open = VideoCodecs.decoder(wanted, resources.pictures());
            decoder = open;
            codec = wanted;
        }
        return open;
    }

    private void onPicture(VideoFrame picture) {
        counters.decoded.increment();
        if (!isDue(picture)) {
            return;
        }
        decodedAt = System.nanoTime();
        decodedAny = true;
        track.onFrame(picture);
    }

    /** Waits until the picture is to be shown; returns false once closed. */
    private boolean isDue(VideoFrame picture) {
        long wait = hold.waitNanos(picture.captureNanos(), System.nanoTime());
        try {
            return wait == 0 || !closing.await(wait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks for a key frame, not more often than an answer can come. */
    private synchronized void request() {
        long now = System.nanoTime();
        if (!requested || now - requestedAt > REQUEST_INTERVAL) {
            requested = true;
            requestedAt = now;
            requestKeyFrame.run();
        }
    }
}
