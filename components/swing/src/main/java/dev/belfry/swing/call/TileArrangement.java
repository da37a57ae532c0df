package dev.belfry.swing.call;

import dev.belfry.call.SessionSettings.Layout;
import java.awt.Rectangle;

/**
 * Where tiles lie. In a grid all are alike, as near to 16:9 as they can be; in a sidebar and in a spotlight one is large
 * and the others lie in a column beside it, or in a row below, but not under what covers a part of it.
 */
final class TileArrangement {
    private static final double SHAPE = 16.0 / 9;
    /** How much of the width a column takes, and of the height a row. */
    private static final int STRIP = 5;

    private final int width;
    private final int height;
    private final int gap;
    private final Rectangle covered;

    /**
     * Creates it for an area, with a gap around each tile.
     *
     * @param covered the part of the area that something else covers; empty for none
     */
    TileArrangement(int width, int height, int gap, Rectangle covered) {
        this.width = width;
        this.height = height;
        this.gap = gap;
        this.covered = covered;
    }

    /**
     * Returns the place of each tile.
     *
     * @param large the index of the one that is large where not all are alike
     */
    Rectangle[] places(Layout layout, int count, int large) {
        return layout == Layout.GRID || count < 2 ? grid(count) : around(layout == Layout.SIDEBAR, count, large);
    }

    private Rectangle[] grid(int count) {
        Rectangle[] places = new Rectangle[count];
        int columns = columns(count, width, height);
        int rows = (count + columns - 1) / columns;
        int missing = rows * columns - count;
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            places[i] = place(new Rectangle(width, height), i % columns, columns, row, rows);
            if (row == rows - 1) {
                places[i].x += missing * (width - gap) / columns / 2;
            }
        }
        return places;
    }

    private Rectangle[] around(boolean column, int count, int large) {
        Rectangle[] places = new Rectangle[count];
        int left = column ? width - width / STRIP : 0;
        int top = column ? 0 : height - height / STRIP;
        places[large] = place(new Rectangle(column ? left + gap : width, column ? height : top + gap), 0, 1, 0, 1);
        int small = count - 1;
        Rectangle strip = free(new Rectangle(left, top, width - left, height - top), column);
        for (int i = 0, at = 0; i < count; i++) {
            if (i != large) {
                places[i] = column ? place(strip, 0, 1, at, small) : place(strip, at, small, 0, 1);
                at++;
            }
        }
        return places;
    }

    /** Returns the longer part of a strip beside what covers it; all of it where that part would be too short. */
    private Rectangle free(Rectangle strip, boolean column) {
        if (!strip.intersects(covered)) {
            return strip;
        }
        Rectangle before = new Rectangle(strip);
        Rectangle after = new Rectangle(strip);
        if (column) {
            before.height = covered.y - strip.y;
            after.y = covered.y + covered.height;
            after.height = strip.y + strip.height - after.y;
        } else {
            before.width = covered.x - strip.x;
            after.x = covered.x + covered.width;
            after.width = strip.x + strip.width - after.x;
        }
        Rectangle longer = before.width + before.height >= after.width + after.height ? before : after;
        int length = column ? longer.height : longer.width;
        return 2 * length >= (column ? strip.height : strip.width) ? longer : strip;
    }

    private Rectangle place(Rectangle area, int column, int columns, int row, int rows) {
        int left = edge(column, columns, area.width);
        int top = edge(row, rows, area.height);
        return new Rectangle(
                area.x + left,
                area.y + top,
                edge(column + 1, columns, area.width) - gap - left,
                edge(row + 1, rows, area.height) - gap - top);
    }

    private int edge(int index, int count, int length) {
        return gap + index * (length - gap) / count;
    }

    /** Returns how many columns give the largest picture of 16:9 in each tile; beside each other if it is all the same. */
    static int columns(int count, int width, int height) {
        int best = 1;
        double bestWidth = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double picture = Math.min((double) width / columns, (double) height / rows * SHAPE);
            if (picture >= bestWidth) {
                best = columns;
                bestWidth = picture;
            }
        }
        return best;
    }
}
