package dev.belfry.call.machine;

/** What call listeners are told. The last four are terminal. @since 0.1 */
public enum CallNotice {
    INCOMING,
    ACCEPTED,
    REMOTE_RINGING,
    REJECTED,
    CANCELLED,
    ENDED,
    ANSWERED_ELSEWHERE
}
