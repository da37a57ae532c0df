package dev.belfry.swing.call;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.frame.VideoTrack;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** A still of a person in a room, as a track and the scaler that paints it: something to look at behind controls. */
final class Scene implements VideoTrack {
    private final Color wall;
    private final Color shirt;
    private final Set<VideoSink> sinks = new CopyOnWriteArraySet<>();

    Scene(int wall, int shirt) {
        this.wall = new Color(wall);
        this.shirt = new Color(shirt);
    }

    @Override
    public void addSink(VideoSink sink) {
        sinks.add(sink);
        sink.onFrame(new Still(this));
    }

    @Override
    public void removeSink(VideoSink sink) {
        sinks.remove(sink);
    }

    /** Shows the picture again, as the next frame. */
    void show() {
        sinks.forEach(sink -> sink.onFrame(new Still(this)));
    }

    private void paint(Graphics2D g, double w, double h) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, wall.brighter(), (float) w, (float) h, wall.darker()));
        g.fillRect(0, 0, (int) w, (int) h);
        g.setColor(new Color(0xFFF4D6));
        g.fillRect((int) (w * 0.68), (int) (h * 0.08), (int) (w * 0.2), (int) (h * 0.46));
        g.setColor(wall.darker());
        g.setStroke(new BasicStroke((float) (h / 60)));
        g.drawRect((int) (w * 0.68), (int) (h * 0.08), (int) (w * 0.2), (int) (h * 0.46));
        g.setColor(shirt);
        g.fill(new Ellipse2D.Double(w * 0.5 - h * 0.42, h * 0.72, h * 0.84, h * 0.8));
        g.setColor(new Color(0xC58C6B));
        g.fill(new Ellipse2D.Double(w * 0.5 - h * 0.16, h * 0.26, h * 0.32, h * 0.42));
        g.setColor(new Color(0x3A2A22));
        g.fill(new Ellipse2D.Double(w * 0.5 - h * 0.18, h * 0.18, h * 0.36, h * 0.22));
    }

    static PictureScaler scaler() {
        return new PictureScaler() {
            @Override
            public void scale(VideoFrame frame, int width, int height, int[] rgb) {
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                Graphics2D g = image.createGraphics();
                ((Still) frame).scene.paint(g, width, height);
                g.dispose();
                int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                System.arraycopy(pixels, 0, rgb, 0, width * height);
            }

            @Override
            public void close() {
                // nothing is kept
            }
        };
    }

    private static final class Still extends VideoFrame {
        private final Scene scene;

        Still(Scene scene) {
            this.scene = scene;
        }

        @Override
        public int width() {
            return 1280;
        }

        @Override
        public int height() {
            return 720;
        }

        @Override
        public ByteBuffer plane(int index) {
            throw new UnsupportedOperationException("the scaler paints the scene itself");
        }

        @Override
        public int stride(int index) {
            return 1280;
        }

        @Override
        protected void recycle() {
            // not pooled
        }
    }
}
