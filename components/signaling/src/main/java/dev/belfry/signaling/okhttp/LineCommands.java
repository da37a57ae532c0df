package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.signaling.client.UnansweredException;
import dev.belfry.signaling.wire.ClientFrame;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import dev.belfry.signaling.wire.WireCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Commands that go over the line: each waits for a connection, is matched with its answer by its number, and is sent
 * again in its turn if the connection is lost before. Confined to one executor.
 */
final class LineCommands {
    private final Map<Long, Waiting<?>> waiting = new LinkedHashMap<>();
    private @Nullable LineSocket socket;
    private long lastId;

    /** Makes of an answer what the caller wants to know. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        /**
         * Reads an answer.
         *
         * @throws CallException if it is an answer to something else
         */
        @Nullable
        T read(Answer answer) throws CallException;
    }

    /**
     * Sends a command, over one connection or the next.
     *
     * @return fails with a {@link CallException} if the hub refuses, with an {@link UnansweredException} if it is worth
     *     asking again; is never sent again once it is cancelled
     */
    <T extends @Nullable Object> CompletableFuture<T> send(WireCommand command, Reader<T> reader) {
        long id = ++lastId;
        Waiting<T> sent =
                new Waiting<>(FrameCodec.write(new ClientFrame(id, command)), new CompletableFuture<>(), reader);
        waiting.put(id, sent);
        var unused = sent.answer.whenComplete((answer, failure) -> waiting.remove(id));
        if (socket != null) {
            socket.send(sent.frame);
        }
        return sent.answer;
    }

    /** A connection is open. */
    void opened(LineSocket newSocket) {
        socket = newSocket;
        waiting.values().forEach(sent -> newSocket.send(sent.frame));
    }

    /** The connection is gone. */
    void lost() {
        socket = null;
    }

    /** The hub could make nothing of what it was sent: it is not to be sent again. */
    void forget() {
        for (Waiting<?> sent : List.copyOf(waiting.values())) {
            sent.answer.completeExceptionally(CallException.badRequest("message"));
        }
    }

    /** Signs off, without waiting for an answer. */
    void signOff() {
        if (socket != null) {
            socket.send(FrameCodec.write(new ClientFrame(++lastId, new WireCommand.SignOff())));
        }
    }

    void answered(long id, Answer answer) {
        Waiting<?> sent = waiting.get(id);
        if (sent != null) {
            sent.answered(answer);
        }
    }

    void refused(long id, CallException error) {
        Waiting<?> sent = waiting.get(id);
        if (sent != null) {
            boolean later = error.code() == ErrorCode.ERR_UNAVAILABLE || error.code() == ErrorCode.ERR_RATE_LIMITED;
            sent.answer.completeExceptionally(
                    later ? new UnansweredException("the hub asks for patience", Duration.ZERO, error) : error);
        }
    }

    /** Returns an answer as what a command is answered with. */
    static <A extends Answer> A as(Class<A> type, Answer answer) throws CallException {
        if (type.isInstance(answer)) {
            return type.cast(answer);
        }
        throw CallException.badRequest("answer");
    }

    private record Waiting<T extends @Nullable Object>(String frame, CompletableFuture<T> answer, Reader<T> reader) {
        void answered(Answer given) {
            try {
                answer.complete(reader.read(given));
            } catch (CallException other) {
                answer.completeExceptionally(other);
            }
        }
    }
}
