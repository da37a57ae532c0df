package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.RtcException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.attribute.LifetimeAttribute;
import org.ice4j.attribute.XorMappedAddressAttribute;
import org.ice4j.attribute.XorRelayedAddressAttribute;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.jspecify.annotations.Nullable;

/** An address at a TURN server (RFC 8656 sections 7 to 9): allocated, kept, and given back. Thread-safe; never blocks. */
final class TurnAllocation {
    private static final byte UDP = 17;
    private static final char IPV6 = 0x02;
    private static final int USUAL_LIFETIME_SECONDS = 600;
    private static final Duration RELEASE_LIMIT = Duration.ofMillis(500);

    private final TurnRequests requests;
    private final ServerLink link;
    private final Scheduler scheduler;
    private final Executor background;
    private Scheduler.@Nullable Cancellable refresh;
    private boolean allocated;
    private boolean released;

    TurnAllocation(TurnRequests requests, ServerLink link, Scheduler scheduler, Executor background) {
        this.requests = requests;
        this.link = link;
        this.scheduler = scheduler;
        this.background = background;
    }

    /** Hears of what becomes of an allocation; one of both, once. */
    interface Listener {
        /**
         * The server gave an address.
         *
         * @param mapped how the server sees this machine
         */
        void allocated(TransportAddress relayed, @Nullable TransportAddress mapped);

        void failed(RtcException error);
    }

    void allocate(Listener listener) {
        requests.send(
                id -> allocateRequest(),
                TurnRequests.outcome(response -> allocated(response, listener), listener::failed));
    }

    private Request allocateRequest() {
        Request request = MessageFactory.createAllocateRequest(UDP, false);
        if (link.server().getAddress() instanceof Inet6Address) {
            request.putAttribute(AttributeFactory.createRequestedAddressFamilyAttribute(IPV6));
        }
        return request;
    }

    private void allocated(Response response, Listener listener) {
        byte[] id = response.getTransactionID();
        if (!(response.getAttribute(Attribute.XOR_RELAYED_ADDRESS) instanceof XorRelayedAddressAttribute relayed)) {
            listener.failed(new RtcException(RtcException.Reason.UNAVAILABLE, "a TURN server gave no address"));
            return;
        }
        TransportAddress mapped =
                response.getAttribute(Attribute.XOR_MAPPED_ADDRESS) instanceof XorMappedAddressAttribute attribute
                        ? attribute.getAddress(id)
                        : null;
        boolean tooLate;
        synchronized (this) {
            allocated = true;
            tooLate = released;
        }
        if (tooLate) {
            giveBack(new CompletableFuture<>());
            return;
        }
        refreshAfter(response);
        listener.allocated(relayed.getAddress(id), mapped);
    }

    private void refreshAfter(Response response) {
        int lifetime = response.getAttribute(Attribute.LIFETIME) instanceof LifetimeAttribute attribute
                ? attribute.getLifetime()
                : USUAL_LIFETIME_SECONDS;
        Duration delay = Duration.ofSeconds(Math.max(lifetime - 60, lifetime / 2));
        synchronized (this) {
            if (!released) {
                refresh = scheduler.schedule(delay, () -> background.execute(this::refresh));
            }
        }
    }

    /** A refresh that fails needs no word of its own: consent is lost when the allocation is. */
    private void refresh() {
        requests.send(
                id -> MessageFactory.createRefreshRequest(), TurnRequests.outcome(this::refreshAfter, error -> {}));
    }

    /** Gives the address back; completes when the server has confirmed, or after half a second. */
    CompletableFuture<@Nullable Void> release() {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (refresh != null) {
                refresh.cancel();
            }
            if (released || !allocated) {
                released = true;
                done.complete(null);
                return done;
            }
            released = true;
        }
        giveBack(done);
        return done.completeOnTimeout(null, RELEASE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveBack(CompletableFuture<@Nullable Void> done) {
        requests.send(
                id -> MessageFactory.createRefreshRequest(0),
                TurnRequests.outcome(response -> done.complete(null), error -> done.complete(null)));
    }
}
