package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.ClippedPanel;
import dev.belfry.swing.video.Fit;
import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The user's own camera, mirrored, in a corner: dragged to another one, where it snaps, or moved by arrow keys. */
final class SelfView extends ClippedPanel {
    private static final long serialVersionUID = 1;
    private static final int LEAST = 120;
    private static final int MOST = 240;

    private final TileView tile = new TileView();
    private final Runnable onMove;
    private Corner corner = Corner.BOTTOM_RIGHT;
    private @Nullable Point dragged;

    /** Creates a view; the action lays its parent out anew after it was moved. */
    SelfView(Runnable onMove) {
        super(new BorderLayout(), 12);
        this.onMove = onMove;
        setName("selfView");
        add(tile);
        tile.setMirrored(true);
        tile.setFit(Fit.COVER);
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
        getAccessibleContext().setAccessibleName(Words.of("talk.self"));
        getAccessibleContext().setAccessibleDescription(Words.of("talk.self.description"));
        move("LEFT", Corner::toLeft);
        move("RIGHT", Corner::toRight);
        move("UP", Corner::toTop);
        move("DOWN", Corner::toBottom);
        Dragging dragging = new Dragging();
        addMouseListener(dragging);
        addMouseMotionListener(dragging);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
    }

    void setScalers(@Nullable Supplier<? extends PictureScaler> scalers) {
        tile.setScalers(scalers);
    }

    void show(Participation self) {
        // own muting shows on the button; a label here would hide a good part of the picture
        tile.show(new Participation(self.id(), self.uid(), self.name(), false, self.video()));
        String text = Words.of(self.video() == null ? "talk.self.off" : "talk.self");
        getAccessibleContext().setAccessibleName(text);
    }

    Corner corner() {
        return corner;
    }

    /** Returns the place of the upper left corner while it is dragged, else null. */
    @Nullable
    Point dragged() {
        return dragged;
    }

    /** Returns its size beside video of a width and height: a fifth of the width, within bounds, 16:9. */
    static Dimension sizeFor(int width, int height) {
        int least = UIScale.scale(LEAST);
        int most = UIScale.scale(MOST);
        int own = Math.max(least, Math.min(most, width / 5));
        own = Math.min(own, Math.min(width * 2 / 5, height * 2 / 5 * 16 / 9));
        return new Dimension(own, own * 9 / 16);
    }

    private void moveTo(Corner newCorner) {
        corner = newCorner;
        dragged = null;
        onMove.run();
    }

    private void move(String key, UnaryOperator<Corner> direction) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                moveTo(direction.apply(corner));
            }
        });
    }

    /** The four places it can rest in. */
    enum Corner {
        TOP_LEFT(false, false),
        TOP_RIGHT(true, false),
        BOTTOM_LEFT(false, true),
        BOTTOM_RIGHT(true, true);

        private final boolean right;
        private final boolean bottom;

        Corner(boolean right, boolean bottom) {
            this.right = right;
            this.bottom = bottom;
        }

        boolean isRight() {
            return right;
        }

        boolean isBottom() {
            return bottom;
        }

        static Corner of(boolean right, boolean bottom) {
            return values()[(bottom ? 2 : 0) + (right ? 1 : 0)];
        }

        Corner toLeft() {
            return of(false, bottom);
        }

        Corner toRight() {
            return of(true, bottom);
        }

        Corner toTop() {
            return of(right, false);
        }

        Corner toBottom() {
            return of(right, true);
        }
    }

    private final class Dragging extends MouseAdapter {
        private Point grip = new Point();

        @Override
        public void mousePressed(MouseEvent e) {
            grip = e.getPoint();
            requestFocusInWindow();
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (SwingUtilities.isLeftMouseButton(e)) {
                Point place = SwingUtilities.convertPoint(SelfView.this, e.getPoint(), getParent());
                dragged = new Point(place.x - grip.x, place.y - grip.y);
                onMove.run();
            }
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            if (dragged != null) {
                Container stage = getParent();
                boolean right = getX() + getWidth() / 2 > stage.getWidth() / 2;
                boolean bottom = getY() + getHeight() / 2 > stage.getHeight() / 2;
                moveTo(Corner.of(right, bottom));
            }
        }
    }
}
