package dev.belfry.engine.browser;

/**
 * A received picture: where it is negotiated, its size, how many came, and the longest time between two, the one that is
 * awaited included.
 */
record Seen(String mid, int width, int height, int frames, double longestGapMillis, Corners corners) {}
