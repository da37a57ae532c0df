package dev.belfry.engine;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the dominant speaker from levels: whoever was the loudest, and loud enough, for three looks in a row. Keeps
 * the last one through silence. For one thread.
 */
final class SpeakerChoice {
    private static final double LOUD = 0.35;
    private static final int LOOKS = 3;

    private @Nullable String dominant;
    private @Nullable String candidate;
    private int looks;
    private @Nullable String loudest;
    private double loudestLevel;

    /** Adds a participant to the look that {@link #decide} ends. */
    void add(String participantId, double level) {
        if (level > loudestLevel && level >= LOUD) {
            loudest = participantId;
            loudestLevel = level;
        }
    }

    /** Ends a look; returns the participant who became the dominant speaker just now, or null for no change. */
    @Nullable
    String decide() {
        String now = loudest;
        loudest = null;
        loudestLevel = 0;
        if (now == null || now.equals(dominant)) {
            looks = 0;
            candidate = null;
            return null;
        }
        looks = now.equals(candidate) ? looks + 1 : 1;
        candidate = now;
        if (looks < LOOKS) {
            return null;
        }
        dominant = now;
        return now;
    }
}
