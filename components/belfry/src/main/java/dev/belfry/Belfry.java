package dev.belfry;

import dev.belfry.call.SessionSettings;
import dev.belfry.call.control.CallController;
import dev.belfry.call.spi.Ringer;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.engine.LiveMediaEngine;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.media.audio.ToneRinger;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import dev.belfry.signaling.okhttp.TokenSource;
import java.awt.EventQueue;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calling for a Swing application, put together: a call controller whose listeners are called on the event dispatch
 * thread, the media engine and a ringer. Give {@link #controller()} to the panels; {@link #close()} releases all.
 *
 * <p>Make one for each user who is signed in. May be made and closed on any thread; made on the event dispatch thread, it
 * tells nothing before listeners added in the same go. Nothing native is loaded before the first call or
 * {@link #warmUp()}.
 *
 * @since 0.1
 */
public final class Belfry implements AutoCloseable {
    private final CallController controller;
    private final LiveMediaEngine media;
    private final Ringer ringer;
    private final SignalingClient signaling;
    private final @Nullable MediaTransports ownTransports;

    private Belfry(Builder builder) {
        this.signaling = builder.signaling;
        MediaTransports given = builder.transports;
        RtcTransports own = null;
        if (given == null) {
            own = RtcTransports.builder()
                    .network(IceNetwork.INTERFACES_AND_LOOPBACK)
                    .build();
            given = own;
        }
        this.ownTransports = own;
        this.media = builder.media.apply(LiveMediaEngine.builder(given)).build();
        this.ringer = builder.ringer == null ? new ToneRinger() : builder.ringer;
        this.controller = CallController.builder(builder.signaling)
                .media(media)
                .ringer(ringer)
                .callbackExecutor(EventQueue::invokeLater)
                .sessionSettings(builder.settings)
                .build();
    }

    /** Returns a builder; media goes over WebRTC, on every network this machine is on. */
    public static Builder builder(SignalingClient signaling) {
        return new Builder(signaling, null);
    }

    /**
     * Returns a builder.
     *
     * @param signaling the signed-in user's line to the hub; closed with this
     * @param transports what carries media between the participants of a call; not closed with this
     */
    public static Builder builder(SignalingClient signaling, MediaTransports transports) {
        return new Builder(signaling, transports);
    }

    /** Returns calling with everything at its default: WebRTC, the system's camera, microphone and loudspeaker, VP8. */
    public static Belfry of(SignalingClient signaling) {
        return builder(signaling).build();
    }

    /**
     * Signs a user in to a hub, and returns calling with everything at its default. Cancel the future to give up.
     * {@link OkHttpSignaling#builder} has more to set: the device's id, the HTTP client, further nodes of the hub.
     *
     * @param hub the hub's address, {@code https://hub.example.org}
     * @param tokens gives the user's tokens for the hub
     * @return completes on the event dispatch thread; fails with a {@link dev.belfry.call.CallException}:
     *     ERR_UNAUTHORIZED if the user may not sign in, ERR_CONNECTION_LOST if the hub does not answer
     */
    public static CompletableFuture<Belfry> signIn(URI hub, TokenSource tokens) {
        CompletableFuture<OkHttpSignaling> line =
                OkHttpSignaling.builder(hub).tokens(tokens).signIn();
        CompletableFuture<Belfry> signedIn = new CompletableFuture<>();
        var unused = signedIn.whenComplete((belfry, failure) -> line.cancel(false));
        completeWith(line, signedIn);
        return signedIn;
    }

    /** Returns calling with everything but the transports at its default. */
    public static Belfry of(SignalingClient signaling, MediaTransports transports) {
        return builder(signaling, transports).build();
    }

    /** Returns the controller to give to the panels. */
    public CallController controller() {
        return controller;
    }

    /** Returns the media engine, for its devices and figures. */
    public LiveMediaEngine media() {
        return media;
    }

    /**
     * Loads native libraries in the background, so that the first call starts as fast as the next. Call it when the
     * first window shows. The future may be ignored: what fails here, the first call that needs it reports again.
     */
    public CompletableFuture<@Nullable Void> warmUp() {
        return media.warmUp();
    }

    /** Hangs up, releases every device, thread and native byte, and closes the signalling client. */
    @Override
    public void close() {
        controller.close();
        media.close();
        ringer.close();
        signaling.close();
        if (ownTransports != null) {
            ownTransports.close();
        }
    }

    private static void completeWith(CompletableFuture<OkHttpSignaling> line, CompletableFuture<Belfry> signedIn) {
        var unused = line.whenComplete((found, failure) -> EventQueue.invokeLater(() -> {
            if (found == null) {
                signedIn.completeExceptionally(failure);
            } else if (signedIn.isDone()) {
                found.close();
            } else {
                signedIn.complete(of(found));
            }
        }));
    }

    /** Builds a {@link Belfry}. Not thread-safe. */
    public static final class Builder {
        private final SignalingClient signaling;
        private final @Nullable MediaTransports transports;
        private UnaryOperator<LiveMediaEngine.Builder> media = UnaryOperator.identity();
        private SessionSettings settings = SessionSettings.DEFAULT;
        private @Nullable Ringer ringer;

        private Builder(SignalingClient signaling, @Nullable MediaTransports transports) {
            this.signaling = signaling;
            this.transports = transports;
        }

        /** Changes the media engine's defaults: other devices, a file as the camera, another codec. */
        public Builder media(UnaryOperator<LiveMediaEngine.Builder> change) {
            this.media = change;
            return this;
        }

        /** Sets how sessions start and which controls their panel shows. */
        public Builder sessionSettings(SessionSettings newSettings) {
            this.settings = newSettings;
            return this;
        }

        /** Rings with this instead of the built-in tones; closed with the {@link Belfry} built. */
        public Builder ringer(Ringer newRinger) {
            this.ringer = newRinger;
            return this;
        }

        public Belfry build() {
            return new Belfry(this);
        }
    }
}
