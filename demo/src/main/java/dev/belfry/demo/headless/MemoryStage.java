package dev.belfry.demo.headless;

import java.awt.BorderLayout;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/**
 * Windows without a display: each user's panel is laid out, told that it shows, and painted into an image as often as
 * it asks for a repaint. Swing itself paints nothing that is in no window, so a repaint manager of the stage's own
 * passes the wishes on; the former one is back after {@link #close}.
 */
final class MemoryStage implements Stage {
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final RepaintManager before = RepaintManager.currentManager(null);

    MemoryStage() {
        RepaintManager requests = new RepaintManager() {
            @Override
            public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
                request(component);
            }

            @Override
            public synchronized void addInvalidComponent(JComponent component) {
                request(component);
            }
        };
        // Its buffers would be those of a screen.
        requests.setDoubleBufferingEnabled(false);
        RepaintManager.setCurrentManager(requests);
    }

    @Override
    public void show(String uid, JComponent content) {
        Sheet sheet = new Sheet(content);
        sheets.put(uid, sheet);
        sheet.addNotify();
        sheet.repaintNow();
    }

    @Override
    public BufferedImage photograph(String uid) {
        Sheet sheet = Objects.requireNonNull(sheets.get(uid), uid);
        BufferedImage image = new BufferedImage(Stage.WIDTH, Stage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        sheet.paintOn(image);
        return image;
    }

    @Override
    public void close() {
        sheets.values().forEach(Sheet::removeNotify);
        sheets.clear();
        RepaintManager.setCurrentManager(before);
    }

    /** On any thread: pictures ask from the thread that decoded them. */
    private void request(JComponent component) {
        Sheet sheet = component instanceof Sheet self
                ? self
                : (Sheet) SwingUtilities.getAncestorOfClass(Sheet.class, component);
        if (sheet != null && sheet.isDisplayable()) {
            sheet.requestRepaint();
        }
    }

    /** A user's window, in memory. */
    private static final class Sheet extends JPanel {
        private static final long serialVersionUID = 1;

        private final transient BufferedImage canvas =
                new BufferedImage(Stage.WIDTH, Stage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        private boolean requested;

        Sheet(JComponent content) {
            super(new BorderLayout());
            add(content);
            setSize(Stage.WIDTH, Stage.HEIGHT);
        }

        /** Paints soon; wishes until then become one. */
        void requestRepaint() {
            synchronized (canvas) {
                if (requested) {
                    return;
                }
                requested = true;
            }
            SwingUtilities.invokeLater(this::repaintNow);
        }

        void repaintNow() {
            synchronized (canvas) {
                requested = false;
            }
            if (isDisplayable()) {
                paintOn(canvas);
            }
        }

        void paintOn(BufferedImage image) {
            validate();
            Graphics2D graphics = image.createGraphics();
            paint(graphics);
            graphics.dispose();
        }
    }
}
