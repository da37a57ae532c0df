package dev.belfry.signaling.client;

import dev.belfry.call.spi.PeerMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a device's messages to other participants in order on a line that may lose and reorder commands: the next one
 * to a participant is sent once the one before it was answered. Each has a number, by which a repeated one is known.
 * Confined to one executor; the futures it returns complete there.
 *
 * @since 0.1
 */
public final class RelayQueue {
    private final CommandRetry retry;
    private final Map<Target, CompletableFuture<?>> last = new HashMap<>();
    private long sent;

    /** Creates a queue that sends by way of the device's own retry. */
    public RelayQueue(CommandRetry retry) {
        this.retry = retry;
    }

    /** Sends a message once. */
    @FunctionalInterface
    public interface Attempt {
        /** Returns what completes with the answer, or fails if the hub refuses, or never completes. */
        CompletableFuture<@Nullable Void> send(
                String sessionId, String toParticipantId, long number, PeerMessage message);
    }

    /** Sends a message, again and again until it is answered, after those to the same participant before it. */
    public CompletableFuture<@Nullable Void> send(
            String sessionId, String toParticipantId, PeerMessage message, Attempt attempt) {
        Target target = new Target(sessionId, toParticipantId);
        long number = sent++;
        CompletableFuture<?> before = last.getOrDefault(target, CompletableFuture.completedFuture(null));
        CompletableFuture<@Nullable Void> answer = before.handle((done, refused) -> true)
                .thenCompose(free -> retry.send(() -> attempt.send(sessionId, toParticipantId, number, message)));
        last.put(target, answer);
        var unused = answer.whenComplete((done, refused) -> last.remove(target, answer));
        return answer;
    }

    private record Target(String sessionId, String participantId) {}
}
