package dev.belfry.call.spi;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The devices of this machine. Thread-safe. @since 0.1 */
public interface DeviceCatalog {
    /** Returns the devices of a kind, the system's default first; empty where there is none. Never blocks. */
    CompletableFuture<List<MediaDevice>> list(MediaDevice.Kind kind);

    /**
     * Tells when a camera, microphone or loudspeaker came or went, until the watch is closed. Never blocks. A catalogue
     * whose devices never change, which is the default, tells nothing.
     *
     * @param scheduler times the looks of a catalogue whose system does not tell by itself
     * @param changed called on any thread, one call at a time; return soon
     */
    default Watch watch(Scheduler scheduler, Runnable changed) {
        return () -> {};
    }

    /** What goes on until it is closed. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        /** Ends it; one call that is under way may finish. */
        @Override
        void close();
    }
}
