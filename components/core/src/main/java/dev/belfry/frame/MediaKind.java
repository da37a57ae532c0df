package dev.belfry.frame;

/** What a stream carries. @since 0.1 */
public enum MediaKind {
    AUDIO,
    VIDEO
}
