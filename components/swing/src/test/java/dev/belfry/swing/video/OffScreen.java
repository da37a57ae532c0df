package dev.belfry.swing.video;

import dev.belfry.testkit.FakeVideoTrack;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.assertj.swing.edt.GuiActionRunner;

/** A view that is displayed in no window: it paints into pictures, at any scale. */
final class OffScreen {
    final FakeVideoTrack track = new FakeVideoTrack();
    final GridScaler scaler = new GridScaler();
    final VideoView view = GuiActionRunner.execute(() -> new VideoView(() -> scaler));

    OffScreen(int width, int height) {
        GuiActionRunner.execute(() -> {
            view.setSize(width, height);
            view.addNotify();
            view.setTrack(track);
        });
    }

    /** Paints once to tell the view its size, takes a frame, and returns what is painted then. */
    BufferedImage show(PlainFrame frame, double scale, double shift) {
        paint(scale, shift);
        track.push(frame);
        return paint(scale, shift);
    }

    BufferedImage paint(double scale, double shift) {
        int width = (int) Math.ceil(view.getWidth() * scale + shift) + 2;
        int height = (int) Math.ceil(view.getHeight() * scale + shift) + 2;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        GuiActionRunner.execute(() -> {
            Graphics2D g = image.createGraphics();
            g.setColor(Color.MAGENTA);
            g.fillRect(0, 0, width, height);
            g.translate(shift, shift);
            g.scale(scale, scale);
            g.clipRect(0, 0, view.getWidth(), view.getHeight());
            view.paint(g);
            g.dispose();
        });
        return image;
    }

    void remove() {
        GuiActionRunner.execute(view::removeNotify);
    }

    static int pixel(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
