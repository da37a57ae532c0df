package dev.belfry.call.machine;

/** What session listeners are told of the call itself. @since 0.1 */
public enum SessionNotice {
    END_BUTTON_PRESSED,
    TIMEOUT,
    CONNECTION_LOST,
    CONNECTION_RESTORED,
    CALL_ENDED
}
