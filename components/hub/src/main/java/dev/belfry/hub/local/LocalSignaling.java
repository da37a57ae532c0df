package dev.belfry.hub.local;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Hub;
import dev.belfry.signaling.client.CommandRetry;
import dev.belfry.signaling.client.RelayQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One device's line to a {@link LocalHub}: commands here, events in {@link LocalFeed}. Its state lives on one executor. */
final class LocalSignaling implements SignalingClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final User user;
    private final Device device;
    private final Executor executor;
    private final Consumer<LocalSignaling> onClose;
    private final LocalPort port;
    private final LocalFeed feed;
    private final CommandRetry retry;
    private final RelayQueue relays;
    private CompletableFuture<?> freed = CompletableFuture.completedFuture(null);

    LocalSignaling(
            User user,
            Device device,
            long start,
            Consumer<LocalSignaling> onClose,
            Hub hub,
            Link link,
            Scheduler scheduler,
            Executor executor) {
        this.user = user;
        this.device = device;
        this.onClose = onClose;
        this.executor = executor;
        retry = new CommandRetry(scheduler, executor, PATIENCE);
        relays = new RelayQueue(retry);
        feed = new LocalFeed(device, scheduler, executor);
        port = new LocalPort(hub, device, start, link, executor, feed::receive);
    }

    LocalPort port() {
        return port;
    }

    @Override
    public User localUser() {
        return user;
    }

    @Override
    public String deviceId() {
        return device.deviceId();
    }

    @Override
    public void connect(SignalingListener listener) {
        if (feed.isClosed()) {
            throw new IllegalStateException("the line is closed");
        }
        executor.execute(() -> feed.open(listener, port));
    }

    @Override
    public CompletableFuture<Call> initiate(String sessionId, CallRequest request) {
        CompletableFuture<Call> promise = new CompletableFuture<>();
        run(
                () -> {
                    var unused = freed.whenComplete(
                            (done, refused) -> send((hub, by) -> hub.initiate(by, sessionId, request), promise));
                },
                () -> lost(promise));
        return promise;
    }

    @Override
    public CompletableFuture<Call> ringing(String sessionId) {
        return command((hub, by) -> hub.ringing(by, sessionId));
    }

    @Override
    public CompletableFuture<Call> accept(String sessionId) {
        return command((hub, by) -> hub.accept(by, sessionId));
    }

    @Override
    public CompletableFuture<Call> reject(String sessionId, CallStatus status) {
        return closing((hub, by) -> hub.reject(by, sessionId, status));
    }

    @Override
    public CompletableFuture<Call> end(String sessionId) {
        return closing((hub, by) -> hub.end(by, sessionId));
    }

    @Override
    public CompletableFuture<CallToken> token(String sessionId) {
        return command((hub, by) -> hub.token(by, sessionId));
    }

    @Override
    public CompletableFuture<Call> call(String sessionId) {
        return command((hub, by) -> hub.call(by, sessionId));
    }

    @Override
    public CompletableFuture<List<Participant>> join(CallToken token, boolean audioMuted, boolean videoMuted) {
        return command((hub, by) -> hub.join(by, token, audioMuted, videoMuted));
    }

    @Override
    public CompletableFuture<Participant> mute(String sessionId, boolean audioMuted, boolean videoMuted) {
        return command((hub, by) -> hub.mute(by, sessionId, audioMuted, videoMuted));
    }

    @Override
    public CompletableFuture<@Nullable Void> relay(String sessionId, String toParticipantId, PeerMessage message) {
        CompletableFuture<@Nullable Void> promise = new CompletableFuture<>();
        run(() -> settle(relays.send(sessionId, toParticipantId, message, this::relay), promise), () -> lost(promise));
        return promise;
    }

    @Override
    public CompletableFuture<@Nullable Void> leave(String sessionId) {
        return closing((hub, by) -> {
            hub.leave(by, sessionId);
            return null;
        });
    }

    @Override
    public CompletableFuture<User> user(String uid) {
        return command((hub, by) -> hub.user(uid));
    }

    @Override
    public CompletableFuture<List<User>> users(String search) {
        return command((hub, by) -> hub.users(search));
    }

    @Override
    public CompletableFuture<Group> group(String guid) {
        return command((hub, by) -> hub.group(guid));
    }

    @Override
    public CompletableFuture<CallLogPage> calls(CallLogFilter filter, @Nullable String cursor) {
        return command((hub, by) -> hub.calls(by, filter, cursor));
    }

    @Override
    public void close() {
        if (!feed.close()) {
            return;
        }
        onClose.accept(this);
        executor.execute(() -> {
            retry.close();
            feed.stop();
            port.close();
        });
    }

    private <T> CompletableFuture<T> command(LocalPort.Request<T> request) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        run(() -> send(request, promise), () -> lost(promise));
        return promise;
    }

    /** A command that frees this user for another call: a new call waits for it, so that the line cannot swap them. */
    private <T> CompletableFuture<T> closing(LocalPort.Request<T> request) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        run(
                () -> {
                    freed = freed.isDone() ? promise : CompletableFuture.allOf(freed, promise);
                    send(request, promise);
                },
                () -> lost(promise));
        return promise;
    }

    private CompletableFuture<@Nullable Void> relay(String sessionId, String to, long number, PeerMessage message) {
        return port.request((hub, by) -> {
            hub.relay(by, sessionId, to, number, message);
            return null;
        });
    }

    private <T> void send(LocalPort.Request<T> request, CompletableFuture<T> promise) {
        settle(retry.send(() -> port.request(request)), promise);
    }

    private static <T extends @Nullable Object> void settle(CompletableFuture<T> answer, CompletableFuture<T> promise) {
        var unused = answer.whenComplete((value, refusal) -> {
            if (refusal == null) {
                promise.complete(value);
            } else {
                promise.completeExceptionally(refusal);
            }
        });
    }

    private void run(Runnable task, Runnable ifClosed) {
        if (feed.isClosed()) {
            ifClosed.run();
        } else {
            executor.execute(task);
        }
    }

    private static void lost(CompletableFuture<?> promise) {
        promise.completeExceptionally(new CallException(ErrorCode.ERR_CONNECTION_LOST));
    }
}
