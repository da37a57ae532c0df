package dev.belfry.call;

/** How this device stands with the hub. @since 0.1 */
public enum ConnectionState {
    CONNECTING,
    CONNECTED,
    /** Lost; coming back by itself. Ringing and calls go on. */
    RECONNECTING,
    /** Closed for good: this device started anew elsewhere. The calls of this start are over. */
    CLOSED
}
