package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioFramePool;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.MediaDevices;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.media.picture.SwsPictureScaler;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The media of calls: captures, encodes, sends through a {@link MediaTransport}, receives, decodes and plays. Nothing
 * native is loaded before {@link #warmUp} or the first {@link #open}. Thread-safe.
 *
 * @since 0.1
 */
public final class LiveMediaEngine implements MediaEngine {
    private static final long CLOSE_SECONDS = 10;
    private static final int ENCODED_BYTES = 4096;

    private final MediaTransports transports;
    private final MediaSettings settings;
    private final ThreadFactory threads;
    private final DeviceCatalog devices;
    private final SessionThreads backgroundThreads;
    private final ExecutorService background;
    private final EncodedFramePool encodedFrames = new EncodedFramePool(ENCODED_BYTES);
    private final AudioFramePool audioFrames = new AudioFramePool();
    private final Set<LiveMediaSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<SessionResources> held = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    private LiveMediaEngine(Builder builder) {
        this.transports = builder.transports;
        this.settings = builder.settings();
        this.threads = builder.threads;
        this.backgroundThreads = new SessionThreads(threads, "belfry-media-");
        this.background = Executors.newCachedThreadPool(work -> backgroundThreads.make("background", work));
        this.devices = new MediaDevices(background, AudioDevices::microphones, AudioDevices::speakers);
    }

    /**
     * Returns a builder with the default camera, microphone and loudspeaker, VP8 at 1280x720, 30 pictures and at first
     * 1.5 Mbit a second.
     */
    public static Builder builder(MediaTransports transports) {
        return new Builder(transports);
    }

    @Override
    public CompletableFuture<@Nullable Void> warmUp() {
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(new WarmUp(settings), background), transports.warmUp());
    }

    @Override
    public DeviceCatalog devices() {
        return devices;
    }

    @Override
    public PictureScaler newScaler() {
        try {
            return SwsPictureScaler.create();
        } catch (CallException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException once the engine is closed
     */
    @Override
    public MediaSession open(Request request, MediaSessionListener listener) {
        if (background.isShutdown()) {
            throw new IllegalStateException("the engine is closed");
        }
        SessionResources own = new SessionResources(
                new SessionThreads(threads, "belfry-media-" + count.incrementAndGet() + "-"),
                encodedFrames,
                audioFrames);
        LiveMediaSession session =
                new LiveMediaSession(request, settings, transports, own, listener, background, sessions::remove);
        held.removeIf(SessionResources::isReleased);
        held.add(own);
        sessions.add(session);
        session.start();
        return session;
    }

    /** Returns what the sessions hold now, and what is still held of sessions that were closed. */
    public Resources resources() {
        int open = sessions.size();
        Resources sum = held.stream().map(SessionResources::held).reduce(Resources.NONE, Resources::plus);
        held.removeIf(SessionResources::isReleased);
        return sum.plus(new Resources(open, 0, 0, encodedFrames.outstanding(), audioFrames.outstanding(), 0));
    }

    /**
     * Closes every session and waits until nothing is left of them. On a thread of the engine's own, such as that of a
     * {@link MediaSessionListener}, it does not wait, since that thread has to end too: then the rest is closed soon
     * after it returns.
     */
    @Override
    public void close() {
        CompletableFuture<@Nullable Void> closing = CompletableFuture.allOf(
                        sessions.stream().map(LiveMediaSession::close).toArray(CompletableFuture[]::new))
                .thenRun(encodedFrames::close);
        background.shutdown();
        if (isOwnThread()) {
            return;
        }
        closing.join();
        try {
            if (!background.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(LiveMediaEngine.class.getName())
                        .log(System.Logger.Level.WARNING, "a background task goes on after the engine was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOwnThread() {
        return backgroundThreads.ownCurrent()
                || held.stream().anyMatch(own -> own.threads().ownCurrent());
    }

    /** Builds a {@link LiveMediaEngine}. Not thread-safe. */
    public static final class Builder {
        private final MediaTransports transports;
        private @Nullable VideoSourceSpec camera;
        private AudioSourceSpec microphone = new AudioSourceSpec.Microphone(null);
        private AudioSinkSpec speaker = new AudioSinkSpec.Speaker(null);
        private Codec codec = Codec.VP8;
        private int width = 1280;
        private int height = 720;
        private int fps = 30;
        private int bitrate = 1_500_000;
        private ThreadFactory threads = work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        };

        private Builder(MediaTransports transports) {
            this.transports = transports;
        }

        /** Takes pictures from here instead of the default camera. */
        public Builder camera(VideoSourceSpec spec) {
            this.camera = spec;
            return this;
        }

        /** Takes sound from here instead of the default microphone. */
        public Builder microphone(AudioSourceSpec spec) {
            this.microphone = spec;
            return this;
        }

        /** Sends received sound here instead of to the default loudspeaker. */
        public Builder speaker(AudioSinkSpec spec) {
            this.speaker = spec;
            return this;
        }

        /** Encodes pictures with this codec where the others can decode it: VP8, VP9 or H264. VP8 by default. */
        public Builder videoCodec(Codec newCodec) {
            if (newCodec.kind() != MediaKind.VIDEO) {
                throw new IllegalArgumentException(newCodec + " carries no pictures");
            }
            this.codec = newCodec;
            return this;
        }

        /**
         * Asks cameras for this size in pixels, and this many pictures a second. Larger pictures, as of a file, are
         * sent in a size that fits into this; those of a screen into 1920x1080.
         */
        public Builder videoFormat(int newWidth, int newHeight, int newFps) {
            this.width = newWidth;
            this.height = newHeight;
            this.fps = newFps;
            return this;
        }

        /** Starts with this many bits of video a second. */
        public Builder videoBitrate(int bitsPerSecond) {
            this.bitrate = bitsPerSecond;
            return this;
        }

        /** Makes the threads of sessions, which the engine names; daemons by default. */
        public Builder threads(ThreadFactory factory) {
            this.threads = factory;
            return this;
        }

        public LiveMediaEngine build() {
            return new LiveMediaEngine(this);
        }

        private MediaSettings settings() {
            VideoSourceSpec source = camera == null ? new VideoSourceSpec.Camera(null, width, height, fps) : camera;
            return new MediaSettings(source, microphone, speaker, codec, width, height, fps, bitrate);
        }
    }
}
