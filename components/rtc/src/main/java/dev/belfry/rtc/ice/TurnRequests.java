package dev.belfry.rtc.ice;

import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.RtcException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ice4j.ResponseCollector;
import org.ice4j.StunException;
import org.ice4j.StunResponseEvent;
import org.ice4j.StunTimeoutEvent;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.ErrorCodeAttribute;
import org.ice4j.attribute.MessageIntegrityAttribute;
import org.ice4j.attribute.NonceAttribute;
import org.ice4j.attribute.RealmAttribute;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.LongTermCredential;
import org.ice4j.security.LongTermCredentialSession;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server, answered on threads of ice4j: with the long-term credentials of RFC 8489 section 9.2 where
 * the server asks for them, and once more when its nonce is stale. Thread-safe; never blocks.
 */
final class TurnRequests {
    private static final int MAX_ATTEMPTS = 3;
    /** Seven sends in 7.9 seconds (RFC 8489 section 6.2.1), as ice4j does unless a property says otherwise. */
    private static final int MAX_RETRANSMISSIONS = 6;

    private static final int MAX_WAIT_MILLIS = 1600;

    private final StunStack stack;
    private final ServerLink link;
    private final IceServer server;
    private @Nullable LongTermCredentialSession session;

    TurnRequests(StunStack stack, ServerLink link, IceServer server) {
        this.stack = stack;
        this.link = link;
        this.server = server;
    }

    /** What a request leads to: one of both is called, once. */
    interface Outcome {
        void succeeded(Response response);

        void failed(RtcException error);
    }

    static Outcome outcome(Consumer<Response> succeeded, Consumer<RtcException> failed) {
        return new Outcome() {
            @Override
            public void succeeded(Response response) {
                succeeded.accept(response);
            }

            @Override
            public void failed(RtcException error) {
                failed.accept(error);
            }
        };
    }

    /**
     * Sends a request.
     *
     * @param request makes it for a transaction id, again for each attempt
     */
    void send(Function<byte[], Request> request, Outcome outcome) {
        new Attempt(request, outcome, 1).send();
    }

    /** Forgets the credentials. */
    synchronized void close() {
        if (session != null) {
            stack.getCredentialsManager().unregisterAuthority(session);
        }
    }

    private synchronized @Nullable LongTermCredentialSession session() {
        return session;
    }

    /** Whether another attempt with a new nonce makes sense. */
    private synchronized boolean challenge(Response response, int error) {
        Attribute realm = response.getAttribute(Attribute.REALM);
        Attribute nonce = response.getAttribute(Attribute.NONCE);
        boolean stale = error == ErrorCodeAttribute.STALE_NONCE && session != null;
        boolean first = error == ErrorCodeAttribute.UNAUTHORIZED && session == null;
        if (!(stale || first)
                || !(realm instanceof RealmAttribute realmAttribute)
                || !(nonce instanceof NonceAttribute nonceAttribute)) {
            return false;
        }
        if (session == null) {
            session = new LongTermCredentialSession(
                    new LongTermCredential(server.username(), server.credential()), realmAttribute.getRealm());
            stack.getCredentialsManager().registerAuthority(session);
        }
        session.setNonce(nonceAttribute.getNonce());
        return true;
    }

    private final class Attempt implements ResponseCollector {
        private final Function<byte[], Request> request;
        private final Outcome outcome;
        private final int count;
        private boolean signed;

        Attempt(Function<byte[], Request> request, Outcome outcome, int count) {
            this.request = request;
            this.outcome = outcome;
            this.count = count;
        }

        void send() {
            TransactionID id = TransactionID.createNewTransactionID();
            Request message = request.apply(id.getBytes());
            LongTermCredentialSession credentials = session();
            try {
                if (credentials != null) {
                    credentials.addAttributes(message);
                    signed = true;
                }
                stack.sendRequest(
                        message, link.server(), link.local(), this, id, -1, MAX_WAIT_MILLIS, MAX_RETRANSMISSIONS);
            } catch (StunException | IOException | IllegalArgumentException e) {
                outcome.failed(unavailable("cannot be asked", e));
            }
        }

        @Override
        public void processResponse(StunResponseEvent event) {
            Response response = event.getResponse();
            if (response.isSuccessResponse()) {
                if (signed && !isAuthentic(event)) {
                    outcome.failed(unavailable("answers without its key", null));
                } else {
                    outcome.succeeded(response);
                }
                return;
            }
            int error = response.getAttribute(Attribute.ERROR_CODE) instanceof ErrorCodeAttribute code
                    ? code.getErrorClass() * 100 + (code.getErrorNumber() & 0xFF)
                    : 0;
            if (count < MAX_ATTEMPTS && challenge(response, error)) {
                new Attempt(request, outcome, count + 1).send();
            } else {
                outcome.failed(unavailable("answers with error " + error, null));
            }
        }

        @Override
        public void processTimeout(StunTimeoutEvent event) {
            outcome.failed(unavailable("does not answer", null));
        }

        private boolean isAuthentic(StunResponseEvent event) {
            return event.getResponse().getAttribute(Attribute.MESSAGE_INTEGRITY)
                            instanceof MessageIntegrityAttribute integrity
                    && stack.validateMessageIntegrity(integrity, server.username(), false, event.getRawMessage());
        }

        private RtcException unavailable(String problem, @Nullable Throwable cause) {
            return new RtcException(RtcException.Reason.UNAVAILABLE, "server " + server.urls() + " " + problem, cause);
        }
    }
}
