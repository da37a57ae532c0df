package dev.belfry.call;

/** Which way a call went, seen from the user whose log it is in. @since 0.1 */
public enum CallDirection {
    INCOMING,
    OUTGOING
}
