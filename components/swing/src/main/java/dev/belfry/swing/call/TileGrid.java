package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.Tone;
import dev.belfry.swing.video.Fit;
import java.awt.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** Everybody else in a call: one from edge to edge, several in tiles that come as near to 16:9 as they can. */
final class TileGrid extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int GAP = 8;
    private static final int ARC = 12;
    private static final double SHAPE = 16.0 / 9;

    private final Map<String, TileView> tiles = new LinkedHashMap<>();
    private @Nullable Supplier<? extends PictureScaler> scalers;
    private Fit fit = Fit.COVER;
    private boolean grey;

    TileGrid() {
        super(null);
        setOpaque(true);
        setBackground(Tone.STAGE.color());
    }

    void setScalers(@Nullable Supplier<? extends PictureScaler> newScalers) {
        scalers = newScalers;
        tiles.values().forEach(tile -> tile.setScalers(newScalers));
    }

    void setFit(Fit newFit) {
        fit = newFit;
        tiles.values().forEach(tile -> tile.setFit(newFit));
    }

    void setGrey(boolean newGrey) {
        grey = newGrey;
        tiles.values().forEach(tile -> tile.setGrey(newGrey));
    }

    void setLevel(String participantId, double level) {
        TileView tile = tiles.get(participantId);
        if (tile != null) {
            tile.setLevel(level);
        }
    }

    void show(List<Participation> people) {
        List<String> ids = people.stream().map(Participation::id).toList();
        for (String gone : new ArrayList<>(tiles.keySet())) {
            if (!ids.contains(gone)) {
                remove(tiles.remove(gone));
            }
        }
        boolean several = people.size() > 1;
        for (Participation person : people) {
            TileView tile = tiles.computeIfAbsent(person.id(), id -> newTile());
            tile.setArc(several ? ARC : 0);
            tile.show(person, several);
        }
        revalidate();
        repaint();
    }

    private TileView newTile() {
        TileView tile = new TileView();
        tile.setScalers(scalers);
        tile.setFit(fit);
        tile.setGrey(grey);
        add(tile);
        return tile;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Tone.STAGE.color());
    }

    @Override
    public void doLayout() {
        int count = getComponentCount();
        if (count == 0) {
            return;
        }
        int gap = count == 1 ? 0 : UIScale.scale(GAP);
        int columns = columns(count, getWidth(), getHeight());
        int rows = (count + columns - 1) / columns;
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int inRow = Math.min(columns, count - row * columns);
            Component tile = getComponent(i);
            int left = edge(i % columns, inRow, getWidth(), gap);
            int top = edge(row, rows, getHeight(), gap);
            tile.setBounds(
                    left,
                    top,
                    edge(i % columns + 1, inRow, getWidth(), gap) - gap - left,
                    edge(row + 1, rows, getHeight(), gap) - gap - top);
        }
    }

    private static int edge(int index, int count, int length, int gap) {
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
