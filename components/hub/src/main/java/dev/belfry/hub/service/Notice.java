package dev.belfry.hub.service;

import dev.belfry.call.EndReason;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import org.jspecify.annotations.Nullable;

/** One thing to tell, and whom. */
sealed interface Notice {
    Audience audience();

    /** A call changed; the reason, if any, stands in for the call's own. */
    record OfCall(
            Audience audience, CallChange change, @Nullable EndReason reason) implements Notice {}

    /** A participant came, went or muted. */
    record OfSeat(Audience audience, SeatChange change, Seat seat) implements Notice {}

    /** What a participant did. */
    enum SeatChange {
        JOINED,
        LEFT,
        MUTED
    }

    static Notice call(Audience audience, CallChange change) {
        return new OfCall(audience, change, null);
    }
}
