package dev.belfry.swing.call;

import dev.belfry.call.SessionSettings.Layout;
import java.awt.Rectangle;

/**
 * Where tiles lie. In a grid all are alike, as near to 16:9 as they can be; in a sidebar and in a spotlight one is large
 * and the others lie in a column beside it, or in a row below.
 */
final class TileArrangement {
    private static final double SHAPE = 16.0 / 9;
    /** How much of the width a column takes, and of the height a row. */
    private static final int STRIP = 5;

    private final int width;
    private final int height;
    private final int gap;

    /** Creates it for an area, with a gap around each tile. */
    TileArrangement(int width, int height, int gap) {
        this.width = width;
        this.height = height;
        this.gap = gap;
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
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int inRow = Math.min(columns, count - row * columns);
            places[i] = place(0, 0, width, height, i % columns, inRow, row, rows);
        }
        return places;
    }

    private Rectangle[] around(boolean column, int count, int large) {
        Rectangle[] places = new Rectangle[count];
        int left = column ? width - width / STRIP : 0;
        int top = column ? 0 : height - height / STRIP;
        places[large] = place(0, 0, column ? left + gap : width, column ? height : top + gap, 0, 1, 0, 1);
        int small = count - 1;
        for (int i = 0, at = 0; i < count; i++) {
            if (i != large) {
                places[i] = column
                        ? place(left, 0, width - left, height, 0, 1, at, small)
                        : place(0, top, width, height - top, at, small, 0, 1);
                at++;
            }
        }
        return places;
    }

    private Rectangle place(int x, int y, int areaWidth, int areaHeight, int column, int columns, int row, int rows) {
        int left = edge(column, columns, areaWidth);
        int top = edge(row, rows, areaHeight);
        return new Rectangle(
                x + left,
                y + top,
                edge(column + 1, columns, areaWidth) - gap - left,
                edge(row + 1, rows, areaHeight) - gap - top);
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
