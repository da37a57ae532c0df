package dev.belfry.engine.browser;

import java.util.List;

/**
 * The colours of a picture's corners, red, green and blue from 0 to 255: top left, top right, bottom left, bottom
 * right. By these a test knows a picture, and that it came the right way up, the right way round and in its colours.
 */
record Corners(List<List<Integer>> colours) {
    /** What a browser's camera shows. */
    static final Corners RED_FIRST = new Corners(
            List.of(List.of(200, 60, 60), List.of(60, 180, 75), List.of(60, 90, 200), List.of(220, 200, 80)));

    /** What Belfry's camera shows. */
    static final Corners BLUE_FIRST = new Corners(
            List.of(List.of(40, 80, 190), List.of(210, 120, 40), List.of(150, 60, 170), List.of(70, 170, 160)));

    /** What a shared screen shows. */
    static final Corners GREY_FIRST = new Corners(
            List.of(List.of(128, 128, 128), List.of(190, 70, 110), List.of(90, 160, 60), List.of(230, 230, 230)));

    /** Returns how far the farthest colour is off in these corners, in levels; 255 if there is no picture. */
    int difference(Corners other) {
        int most = colours.size() == other.colours.size() ? 0 : 255;
        for (int corner = 0; corner < Math.min(colours.size(), other.colours.size()); corner++) {
            for (int colour = 0; colour < 3; colour++) {
                most = Math.max(
                        most,
                        Math.abs(colours.get(corner).get(colour)
                                - other.colours.get(corner).get(colour)));
            }
        }
        return most;
    }

    /** Returns whether every colour is within 6 levels. */
    boolean match(Corners other) {
        return difference(other) <= 6;
    }
}
