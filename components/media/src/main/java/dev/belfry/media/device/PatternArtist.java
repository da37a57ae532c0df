package dev.belfry.media.device;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws what the test pattern is put together from, once, when it starts. Needs no font. */
final class PatternArtist {
    /** The eight bars of 75 % of SMPTE EG 1, from white to black. */
    private static final int[] BARS = {0xBFBFBF, 0xBFBF00, 0x00BFBF, 0x00BF00, 0xBF00BF, 0xBF0000, 0x0000BF, 0x131313};

    private static final int GREYS = 11;
    /** Which segments (top, upper left, upper right, middle, lower left, lower right, bottom) each digit lights, lowest bit first. */
    private static final int[] LIT = {
        0b1110111, 0b0100100, 0b1011101, 0b1101101, 0b0101110, 0b1101011, 0b1111011, 0b0100101, 0b1111111, 0b1101111
    };

    private PatternArtist() {}

    /** Returns what does not move: background, rings, bars, greys and corner marks. */
    static BufferedImage background(int width, int height, int hue) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        graphics.setPaint(
                new GradientPaint(0, 0, shade(hue, 0.62f, 0.42f), width, height, shade(hue + 38, 0.72f, 0.13f)));
        graphics.fillRect(0, 0, width, height);
        rings(graphics, width, height, hue);
        bars(graphics, width, height);
        corners(graphics, width, height);
        graphics.dispose();
        return image;
    }

    /** Returns a glowing ball. */
    static BufferedImage ball(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        float radius = size / 2f;
        Color gold = new Color(0xFF, 0xC8, 0x57);
        graphics.setPaint(
                new RadialGradientPaint(new Point2D.Float(radius, radius), radius, new float[] {0.5f, 1}, new Color[] {
                    new Color(0xFF, 0xC8, 0x57, 90), new Color(0xFF, 0xC8, 0x57, 0)
                }));
        graphics.fill(new Ellipse2D.Float(0, 0, size, size));
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Float(size * 0.42f, size * 0.4f), size * 0.34f, new float[] {0, 0.55f, 1}, new Color[] {
                    new Color(0xFF, 0xF3, 0xD6), gold, new Color(0xE5, 0x8A, 0x2B)
                }));
        graphics.fill(new Ellipse2D.Float(size * 0.22f, size * 0.22f, size * 0.56f, size * 0.56f));
        graphics.dispose();
        return image;
    }

    /** Returns a digit of seven segments, white, a little wider than half its height. */
    static BufferedImage digit(int value, int height) {
        int width = Math.max(2, Math.round(height * 0.56f));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        float pen = height * 0.085f;
        graphics.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(Color.WHITE);
        float left = pen;
        float right = width - pen;
        float top = pen;
        float middle = height / 2f;
        float bottom = height - pen;
        float gap = pen * 0.8f;
        Shape[] segments = {
            new Line2D.Float(left + gap, top, right - gap, top),
            new Line2D.Float(left, top + gap, left, middle - gap),
            new Line2D.Float(right, top + gap, right, middle - gap),
            new Line2D.Float(left + gap, middle, right - gap, middle),
            new Line2D.Float(left, middle + gap, left, bottom - gap),
            new Line2D.Float(right, middle + gap, right, bottom - gap),
            new Line2D.Float(left + gap, bottom, right - gap, bottom),
        };
        for (int i = 0; i < segments.length; i++) {
            if ((LIT[value] >> i & 1) != 0) {
                graphics.draw(segments[i]);
            }
        }
        graphics.dispose();
        return image;
    }

    /** Returns the two dots between hours and minutes. */
    static BufferedImage colon(int height) {
        int width = Math.max(2, Math.round(height * 0.28f));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(Color.WHITE);
        float dot = height * 0.12f;
        graphics.fill(new Ellipse2D.Float((width - dot) / 2, height * 0.32f - dot / 2, dot, dot));
        graphics.fill(new Ellipse2D.Float((width - dot) / 2, height * 0.68f - dot / 2, dot, dot));
        graphics.dispose();
        return image;
    }

    private static void rings(Graphics2D graphics, int width, int height, int hue) {
        graphics.setStroke(new BasicStroke(Math.max(1, height / 240f)));
        for (int i = 1; i <= 4; i++) {
            float radius = height * 0.17f * i;
            Color glow = shade(hue - 12, 0.35f, 1);
            graphics.setColor(new Color(glow.getRed(), glow.getGreen(), glow.getBlue(), 70 - i * 13));
            graphics.draw(new Ellipse2D.Float(width / 2f - radius, height * 0.42f - radius, 2 * radius, 2 * radius));
        }
    }

    private static void bars(Graphics2D graphics, int width, int height) {
        float left = width * 0.14f;
        float all = width * 0.72f;
        float top = height * 0.74f;
        graphics.setClip(new RoundRectangle2D.Float(left, top, all, height * 0.17f, height * 0.04f, height * 0.04f));
        for (int i = 0; i < BARS.length; i++) {
            graphics.setColor(new Color(BARS[i]));
            graphics.fill(
                    new Rectangle2D.Float(left + all * i / BARS.length, top, all / BARS.length + 1, height * 0.12f));
        }
        for (int i = 0; i < GREYS; i++) {
            int grey = 255 * i / (GREYS - 1);
            graphics.setColor(new Color(grey, grey, grey));
            graphics.fill(new Rectangle2D.Float(
                    left + all * i / GREYS, top + height * 0.12f, all / GREYS + 1, height * 0.05f));
        }
        graphics.setClip(null);
    }

    private static void corners(Graphics2D graphics, int width, int height) {
        float arm = height * 0.06f;
        float inset = height * 0.04f;
        graphics.setColor(new Color(255, 255, 255, 120));
        graphics.setStroke(new BasicStroke(Math.max(1, height / 180f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int corner = 0; corner < 4; corner++) {
            float x = corner % 2 == 0 ? inset : width - inset;
            float y = corner < 2 ? inset : height - inset;
            graphics.draw(new Line2D.Float(x, y, corner % 2 == 0 ? x + arm : x - arm, y));
            graphics.draw(new Line2D.Float(x, y, x, corner < 2 ? y + arm : y - arm));
        }
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private static Color shade(int hue, float saturation, float brightness) {
        return Color.getHSBColor(hue / 360f, saturation, brightness);
    }
}
