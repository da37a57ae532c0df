package dev.belfry.call.spi;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The devices of this machine. Thread-safe. @since 0.1 */
public interface DeviceCatalog {
    /** Returns the devices of a kind, the system's default first; empty where there is none. Never blocks. */
    CompletableFuture<List<MediaDevice>> list(MediaDevice.Kind kind);
}
