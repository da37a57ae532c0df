package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.SessionSettings.Layout;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.Tone;
import dev.belfry.swing.video.Fit;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * Everybody else in a call: one from edge to edge, several in tiles, arranged as the session wants. Where there is no
 * room for tiles, only who speaks.
 */
final class TileGrid extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int GAP = 8;
    private static final int ARC = 12;

    private final Map<String, TileView> tiles = new LinkedHashMap<>();
    private @Nullable Supplier<? extends PictureScaler> scalers;
    private Fit fit = Fit.COVER;
    private boolean grey;
    private Layout layout = Layout.GRID;
    private Rectangle covered = new Rectangle();
    private boolean little;
    private @Nullable TileView speaker;

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

    void setArrangement(Layout newLayout) {
        if (layout != newLayout) {
            layout = newLayout;
            revalidate();
        }
    }

    /** Lets the tile of who speaks be the large one, where there is such. */
    void setSpeaker(String participantId) {
        TileView tile = tiles.get(participantId);
        if (tile != null && tile != speaker) {
            speaker = tile;
            choose();
            revalidate();
        }
    }

    void show(List<Participation> people) {
        List<String> ids = people.stream().map(Participation::id).toList();
        for (String gone : new ArrayList<>(tiles.keySet())) {
            if (!ids.contains(gone)) {
                remove(tiles.remove(gone));
            }
        }
        if (!tiles.containsValue(speaker)) {
            speaker = null;
        }
        for (Participation person : people) {
            tiles.computeIfAbsent(person.id(), id -> newTile()).show(person);
        }
        choose();
        revalidate();
        repaint();
    }

    /** Sets the part of this that something else covers, in this grid's coordinates; empty for none. */
    void setCovered(Rectangle newCovered) {
        if (!covered.equals(newCovered)) {
            covered = newCovered;
            revalidate();
        }
    }

    /** Sets whether there is so little room that only one of several is to show. */
    void setLittle(boolean newLittle) {
        if (little != newLittle) {
            little = newLittle;
            choose();
            revalidate();
        }
    }

    /** Shows all or, with little room, who speaks. */
    private void choose() {
        boolean tiled = tiles.size() > 1 && !little;
        int large = large();
        for (int i = 0; i < getComponentCount(); i++) {
            TileView tile = (TileView) getComponent(i);
            tile.setVisible(tiled || i == large);
            tile.setArc(tiled ? ARC : 0);
            tile.setNamed(tiled);
        }
    }

    private int large() {
        return Math.max(0, Arrays.asList(getComponents()).indexOf(speaker));
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
        if (count == 1 || little) {
            getComponent(large()).setBounds(0, 0, getWidth(), getHeight());
            return;
        }
        Rectangle[] places = new TileArrangement(getWidth(), getHeight(), UIScale.scale(GAP), covered)
                .places(layout, count, large());
        for (int i = 0; i < count; i++) {
            getComponent(i).setBounds(places[i]);
        }
    }
}
