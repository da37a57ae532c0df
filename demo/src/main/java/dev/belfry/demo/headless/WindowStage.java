package dev.belfry.demo.headless;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.JFrame;

/** Real windows, side by side. */
final class WindowStage implements Stage {
    private final Map<String, JFrame> windows = new LinkedHashMap<>();

    @Override
    public void show(String uid, JComponent content) {
        JFrame window = new JFrame(uid);
        window.getContentPane().add(content, BorderLayout.CENTER);
        window.getContentPane().setPreferredSize(new Dimension(WIDTH, HEIGHT));
        window.pack();
        window.setLocation(windows.size() * window.getWidth(), 0);
        // A window that comes up on its own must not take the keyboard from what the user is doing.
        window.setAutoRequestFocus(false);
        window.setVisible(true);
        windows.put(uid, window);
    }

    @Override
    public BufferedImage photograph(String uid) {
        JComponent pane = Objects.requireNonNull(windows.get(uid), uid).getRootPane();
        pane.validate();
        BufferedImage image = new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        pane.paint(graphics);
        graphics.dispose();
        return image;
    }

    @Override
    public void close() {
        windows.values().forEach(JFrame::dispose);
        windows.clear();
    }
}
