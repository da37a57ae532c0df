package dev.belfry.rtc.ice;

/**
 * Which peer chooses the path (RFC 8445 section 6.1.1): the one that made the first offer controls. If both claim the
 * same, they settle it between themselves.
 *
 * @since 0.1
 */
public enum IceRole {
    CONTROLLING,
    CONTROLLED
}
