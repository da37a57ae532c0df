package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.Measures;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Point;
import java.awt.Rectangle;

/** Where the parts of a call lie above its video. Nothing covers the controls; the self-view gives way to words. */
final class StageLayout implements LayoutManager {
    private static final int EDGE = 16;
    /** Below this height cards cover the words above them, and tiles go beneath the controls. */
    private static final int LOW = 320;

    private final InCallView view;

    StageLayout(InCallView view) {
        this.view = view;
    }

    @Override
    public void layoutContainer(Container parent) {
        int width = parent.getWidth();
        int height = parent.getHeight();
        int edge = UIScale.scale(Measures.width(parent) < Measures.NARROW ? 8 : EDGE);
        view.line.setBounds(0, 0, width, view.line.getPreferredSize().height);
        view.header.setBounds(0, 0, width, view.header.fullHeight());
        Rectangle bar = layoutBar(width, height);
        int top = layoutCards(width, height, edge);
        layoutSelf(width, height, edge, bar, top);
        layoutGrid(width, height, bar);
    }

    private Rectangle layoutBar(int width, int height) {
        Dimension size = view.bar.getPreferredSize();
        int gap = ControlBar.gapBelow(UIScale.unscale(height));
        view.bar.setBounds((width - size.width) / 2, height - size.height - gap, size.width, size.height);
        return view.bar.getBounds();
    }

    /** One picture goes from edge to edge; several leave room for the words above and the controls below. */
    private void layoutGrid(int width, int height, Rectangle bar) {
        boolean free = view.grid.getComponentCount() > 1 && height >= UIScale.scale(LOW);
        int top = free ? view.header.textHeight() - UIScale.scale(8) : 0;
        int bottom = free ? bar.y : height;
        view.grid.setBounds(0, top, width, bottom - top);
        view.grid.setLittle(height < UIScale.scale(LOW));
        Rectangle covered = new Rectangle();
        if (free && view.self.isVisible() && view.self.dragged() == null) {
            covered = view.self.getBounds();
            covered.translate(0, -top);
        }
        view.grid.setCovered(covered);
    }

    private int layoutCards(int width, int height, int edge) {
        int y = height < UIScale.scale(LOW) ? edge / 2 : view.header.textHeight();
        for (Component card : new Component[] {view.waiting, view.problem}) {
            if (card.isVisible()) {
                int room = width - 2 * edge;
                int own = card == view.waiting ? view.waiting.fit(room) : view.problem.fit(room);
                int cardHeight = card.getPreferredSize().height;
                card.setBounds((width - own) / 2, y, own, cardHeight);
                y += cardHeight + UIScale.scale(8);
            }
        }
        return y;
    }

    private void layoutSelf(int width, int height, int edge, Rectangle bar, int top) {
        Dimension size = SelfView.sizeFor(width, height);
        Point dragged = view.self.dragged();
        if (dragged != null) {
            int x = Math.max(0, Math.min(dragged.x, width - size.width));
            int y = Math.max(0, Math.min(dragged.y, height - size.height));
            view.self.setBounds(x, y, size.width, size.height);
            return;
        }
        SelfView.Corner corner = view.self.corner();
        int x = corner.isRight() ? width - size.width - edge : edge;
        int y = corner.isBottom() ? height - size.height - edge : edge;
        Rectangle place = new Rectangle(x, y, size.width, size.height);
        if (corner.isBottom() && place.intersects(grown(bar, edge / 2))) {
            place.y = bar.y - edge / 2 - size.height;
        }
        boolean cards = view.waiting.isVisible() || view.problem.isVisible();
        boolean words = !corner.isRight() || width < UIScale.scale(Measures.NARROW);
        if (!corner.isBottom() && (cards || words)) {
            place.y = Math.max(place.y, top);
        }
        view.self.setBounds(place);
    }

    private static Rectangle grown(Rectangle rectangle, int by) {
        Rectangle grown = new Rectangle(rectangle);
        grown.grow(by, by);
        return grown;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        return UIScale.scale(new Dimension(640, 480));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return UIScale.scale(new Dimension(280, 200));
    }

    @Override
    public void addLayoutComponent(String name, Component component) {
        // positions follow from what the parts are, not from constraints
    }

    @Override
    public void removeLayoutComponent(Component component) {
        // as above
    }
}
