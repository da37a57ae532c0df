package dev.belfry.testkit;

import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An engine without media: it records what it is asked, and the test tells what happens. Thread-safe. */
public final class FakeMediaEngine implements MediaEngine {
    private final List<FakeMediaSession> sessions = new CopyOnWriteArrayList<>();
    private volatile DeviceCatalog devices = kind -> CompletableFuture.completedFuture(List.of());
    private volatile boolean connectsByItself;
    private volatile boolean negotiatesByItself;
    private volatile boolean closesSlowly;

    /** Lets every session report its first media as soon as it has someone to talk to. */
    public FakeMediaEngine connectByItself() {
        connectsByItself = true;
        return this;
    }

    /**
     * Lets every session negotiate: the impolite side offers, the polite one answers, and each adds two candidates and
     * the end of them.
     */
    public FakeMediaEngine negotiateByItself() {
        negotiatesByItself = true;
        return this;
    }

    /** Lets sessions close only when the test calls {@link FakeMediaSession#finishClosing}. */
    public FakeMediaEngine closeSlowly() {
        closesSlowly = true;
        return this;
    }

    /** Sets the devices of the machine; none unless set. */
    public FakeMediaEngine devices(DeviceCatalog catalog) {
        devices = catalog;
        return this;
    }

    /** Returns every session opened so far. */
    public List<FakeMediaSession> sessions() {
        return List.copyOf(sessions);
    }

    /** Returns the session opened last. */
    public FakeMediaSession session() {
        if (sessions.isEmpty()) {
            throw new AssertionError("no media session was opened");
        }
        return sessions.get(sessions.size() - 1);
    }

    @Override
    public CompletableFuture<@Nullable Void> warmUp() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public DeviceCatalog devices() {
        return devices;
    }

    /** Returns a scaler that paints every picture in one grey. */
    @Override
    public PictureScaler newScaler() {
        return new PictureScaler() {
            @Override
            public void scale(VideoFrame frame, int width, int height, int[] rgb) {
                Arrays.fill(rgb, 0, width * height, 0x808080);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public MediaSession open(Request request, MediaSessionListener listener) {
        FakeMediaSession session =
                new FakeMediaSession(request, listener, connectsByItself, negotiatesByItself, closesSlowly);
        sessions.add(session);
        return session;
    }

    @Override
    public void close() {
        for (FakeMediaSession session : sessions) {
            session.shut();
        }
    }
}
