package dev.belfry.engine;

import dev.belfry.frame.EncodedFramePool;
import dev.belfry.media.audio.AudioFramePool;
import dev.belfry.media.picture.NativeFramePool;

/** The pools and threads of one session. Outlives it where a sink holds on to a picture. */
final class SessionResources {
    private final SessionThreads threads;
    private final NativeFramePool pictures = new NativeFramePool();
    private final EncodedFramePool encodedFrames;
    private final AudioFramePool audioFrames;
    private volatile boolean closed;

    /** Takes the engine's pools for encoded and audio frames; pictures are in a pool that ends with the session. */
    SessionResources(SessionThreads threads, EncodedFramePool encodedFrames, AudioFramePool audioFrames) {
        this.threads = threads;
        this.encodedFrames = encodedFrames;
        this.audioFrames = audioFrames;
    }

    SessionThreads threads() {
        return threads;
    }

    NativeFramePool pictures() {
        return pictures;
    }

    EncodedFramePool encodedFrames() {
        return encodedFrames;
    }

    AudioFramePool audioFrames() {
        return audioFrames;
    }

    /** Returns what is held of the session's own. */
    Resources held() {
        return new Resources(0, threads.alive(), pictures.outstanding(), 0, 0, pictures.nativeBytes());
    }

    /** Waits for the threads and frees the pictures that nobody holds. */
    void close() {
        threads.join();
        pictures.close();
        closed = true;
    }

    /** Returns whether the session is closed and nothing of it is left. */
    boolean isReleased() {
        return closed && held().equals(Resources.NONE);
    }
}
