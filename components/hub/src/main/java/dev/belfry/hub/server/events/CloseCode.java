package dev.belfry.hub.server.events;

/** Why the hub closes an event connection, in the codes of RFC 6455 section 7.4. */
enum CloseCode {
    SIGNED_OFF(1000),
    /** The node goes down: another one, or this one after its restart, takes the device at once. */
    GOING_AWAY(1001),
    FAILED(1011),
    BAD_MESSAGE(4400),
    UNAUTHORIZED(4401),
    /** The device has started anew. */
    REPLACED(4409),
    /**
     * The same start of the device has another connection. That may be an older one which was held up on its way: so
     * whoever is told this and still wants the connection opens it again.
     */
    SUPERSEDED(4410),
    TOO_MUCH(4429);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
