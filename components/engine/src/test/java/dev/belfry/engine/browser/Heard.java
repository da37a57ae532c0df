package dev.belfry.engine.browser;

/** A received tone: its strongest frequency, that one's level, and how far it stands above the median of all. */
record Heard(String mid, double hertz, double decibels, double decibelsAbove) {
    /** Returns whether this is a clear tone of this frequency. */
    boolean is(double wanted) {
        return Math.abs(hertz - wanted) < 12 && decibelsAbove > 40;
    }
}
