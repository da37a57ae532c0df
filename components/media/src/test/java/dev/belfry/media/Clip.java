package dev.belfry.media;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.ByteBuffer;

/** Pictures for tests, computed from the standards' formulas and from no code under test. */
public final class Clip {
    private Clip() {}

    /** Returns a picture of one colour, 0xRRGGBB. */
    public static NativeFrame plain(NativeFramePool pool, int width, int height, int rgb, Matrix matrix, Range range) {
        double kr = matrix == Matrix.BT709 ? 0.2126 : 0.299;
        double kb = matrix == Matrix.BT709 ? 0.0722 : 0.114;
        double r = ((rgb >> 16) & 0xFF) / 255.0;
        double g = ((rgb >> 8) & 0xFF) / 255.0;
        double b = (rgb & 0xFF) / 255.0;
        double y = kr * r + (1 - kr - kb) * g + kb * b;
        double u = (b - y) / (2 - 2 * kb);
        double v = (r - y) / (2 - 2 * kr);
        boolean full = range == Range.FULL;
        NativeFrame frame = pool.take(width, height);
        fill(frame.plane(0), full ? 255 * y : 16 + 219 * y);
        fill(frame.plane(1), 128 + (full ? 255 : 224) * u);
        fill(frame.plane(2), 128 + (full ? 255 : 224) * v);
        frame.setColours(matrix, range);
        return frame;
    }

    /** Returns a picture of a clip: a lit oval that sways and speaks before a textured wall. */
    public static NativeFrame talkingHead(NativeFramePool pool, int width, int height, int number) {
        NativeFrame frame = pool.take(width, height);
        double sway = 0.03 * Math.sin(number * 0.11);
        double mouth = 0.02 + 0.02 * Math.abs(Math.sin(number * 0.45));
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = (column + 0.5) / width - 0.5;
                double y = (row + 0.5) / height - 0.5;
                double dx = (x - sway) / 0.16;
                double dy = (y + 0.04) / 0.34;
                double luma;
                if (dx * dx + dy * dy < 1) {
                    boolean inMouth = Math.abs(x - sway) < 0.05 && Math.abs(y - 0.12) < mouth;
                    luma = inMouth ? 60 : 150 + 40 * Math.sqrt(1 - dx * dx - dy * dy) - 20 * dx;
                } else {
                    luma = 90 + 20 * Math.sin(x * 40) * Math.cos(y * 30) + 10 * Math.sin(x * 140 + y * 90);
                }
                frame.plane(0).put(row * frame.stride(0) + column, (byte) Math.round(luma));
                if ((row & 1) == 0 && (column & 1) == 0) {
                    boolean face = dx * dx + dy * dy < 1;
                    int at = row / 2 * frame.stride(1) + column / 2;
                    frame.plane(1).put(at, (byte) (face ? 110 : 135));
                    frame.plane(2).put(at, (byte) (face ? 150 : 120));
                }
            }
        }
        frame.setTime(number * 33_333_333L, number);
        return frame;
    }

    /** Adds the noise of a small sensor to the brightness, the same for the same number. */
    public static void addNoise(NativeFrame frame, int number) {
        ByteBuffer luma = frame.plane(0);
        int state = number * 31 + 7;
        for (int i = 0; i < luma.limit(); i++) {
            state = state * 1_664_525 + 1_013_904_223;
            luma.put(i, (byte) (luma.get(i) + (state >> 28)));
        }
    }

    /** Returns the largest difference of two colours in red, green or blue. */
    public static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs(((a >> shift) & 0xFF) - ((b >> shift) & 0xFF)));
        }
        return most;
    }

    /** Returns the average of four colours. */
    public static int average(int a, int b, int c, int d) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = ((a >> shift) & 0xFF) + ((b >> shift) & 0xFF) + ((c >> shift) & 0xFF) + ((d >> shift) & 0xFF);
            result |= ((sum + 2) / 4) << shift;
        }
        return result;
    }

    private static void fill(ByteBuffer plane, double value) {
        byte sample = (byte) Math.round(Math.min(255, Math.max(0, value)));
        for (int i = 0; i < plane.limit(); i++) {
            plane.put(i, sample);
        }
    }
}
