package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.signaling.client.Backoff;
import dev.belfry.signaling.client.CommandRetry;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link OkHttpSignaling}. Not thread-safe.
 *
 * @since 0.1
 */
public final class OkHttpSignalingBuilder {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofSeconds(8);
    private static final Duration FIRST_RECONNECT = Duration.ofMillis(250);
    private static final Duration LAST_RECONNECT = Duration.ofSeconds(5);
    private static final Pattern DEVICE_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final HubAddresses addresses;
    private @Nullable TokenSource tokens;
    private @Nullable OkHttpClient http;
    private @Nullable Scheduler scheduler;
    private @Nullable Executor executor;
    private String deviceId = "device-" + UUID.randomUUID();
    private Duration patience = PATIENCE;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    OkHttpSignalingBuilder(HubAddresses addresses) {
        this.addresses = addresses;
    }

    /** Sets who gives the user's tokens; required. */
    public OkHttpSignalingBuilder tokens(TokenSource source) {
        this.tokens = source;
        return this;
    }

    /**
     * Sets the id of this device, unlike that of the user's other devices. By default a random one; an id that stays the
     * same over restarts lets the hub end at once the calls that a crashed start was in.
     *
     * @throws IllegalArgumentException if it is not 1 to 128 printable ASCII characters
     */
    public OkHttpSignalingBuilder deviceId(String id) {
        if (!DEVICE_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a device id is 1 to 128 printable ASCII characters");
        }
        this.deviceId = id;
        return this;
    }

    /**
     * Sets the host's own client: with its trust, client certificates, proxy, interceptors and pools, all of which are
     * used for every request and WebSocket. It stays the host's, and open. By default the line has one of its own.
     */
    public OkHttpSignalingBuilder http(OkHttpClient client) {
        this.http = client;
        return this;
    }

    /** Sets how long a command is sent again before it fails with ERR_CONNECTION_LOST; two minutes by default. */
    public OkHttpSignalingBuilder patience(Duration longest) {
        this.patience = longest;
        return this;
    }

    /**
     * Sets the clock, and the serial executor that everything runs on. The line does not close them.
     *
     * @param serial runs its tasks one at a time, in order, never on the calling thread before returning
     */
    public OkHttpSignalingBuilder clock(Scheduler clock, Executor serial) {
        this.scheduler = clock;
        this.executor = serial;
        return this;
    }

    /** Sets where the spread of waiting times comes from: numbers from 0 to less than 1. */
    public OkHttpSignalingBuilder random(DoubleSupplier numbers) {
        this.random = numbers;
        return this;
    }

    /** Returns the line of a user who is known, not yet connected. */
    public OkHttpSignaling build(User user) {
        return new OkHttpSignaling(parts(), user);
    }

    /**
     * Asks for a token and fetches the user it is for; then there is a line, not yet connected. Cancel the future to
     * give up.
     *
     * @return completes on the line's executor; fails with a {@link CallException}: ERR_UNAUTHORIZED if the host or the
     *     hub does not let the user in, ERR_CONNECTION_LOST if the hub does not answer
     */
    public CompletableFuture<OkHttpSignaling> signIn() {
        LineParts parts = parts();
        CompletableFuture<OkHttpSignaling> signedIn = new CompletableFuture<>();
        parts.executor()
                .execute(() -> Outcome.pass(
                        parts.retry()
                                .send(parts.requests()::localUser)
                                .thenApply(user -> new OkHttpSignaling(parts, user)),
                        signedIn));
        var unused = signedIn.whenComplete((line, failure) -> {
            if (failure != null) {
                parts.executor().execute(parts::stop);
                parts.own().run();
            }
        });
        return signedIn;
    }

    private LineParts parts() {
        TokenSource source = Objects.requireNonNull(tokens, "tokens");
        HttpClients clients = HttpClients.of(http);
        if (scheduler != null && executor != null) {
            return parts(source, clients, scheduler, executor, clients.release());
        }
        SystemScheduler thread = new SystemScheduler("belfry-line");
        return parts(source, clients, thread, thread, () -> {
            thread.close();
            clients.release().run();
        });
    }

    private LineParts parts(
            TokenSource source, HttpClients clients, Scheduler clock, Executor serial, Runnable release) {
        Tokens fresh = new Tokens(source, clock, serial);
        return new LineParts(
                deviceId,
                clock,
                serial,
                addresses,
                fresh,
                new HubRequests(clients.requests(), addresses, fresh, deviceId, serial),
                clients.sockets(),
                CommandRetry.ofFailures(clock, serial, patience, new Backoff(FIRST_RETRY, LAST_RETRY, random)),
                new Backoff(FIRST_RECONNECT, LAST_RECONNECT, random),
                release);
    }
}
