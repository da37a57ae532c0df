package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.SessionSettings.Layout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TileGridTest {
    private final TileGrid grid = GuiActionRunner.execute(TileGridTest::gridOfThree);

    @ParameterizedTest
    @EnumSource(names = {"SIDEBAR", "SPOTLIGHT"})
    void whoSpeaksIsLargeUntilAnotherDoes(Layout layout) {
        GuiActionRunner.execute(() -> grid.setArrangement(layout));
        assertThat(largest()).isZero();
        speaks("carol");
        assertThat(largest()).isEqualTo(2);
        speaks("nobody");
        assertThat(largest()).isEqualTo(2);
        speaks("bob");
        assertThat(largest()).isOne();
    }

    @Test
    void whoSpokeAndLeftMakesRoomForTheFirst() {
        GuiActionRunner.execute(() -> grid.setArrangement(Layout.SPOTLIGHT));
        speaks("carol");
        GuiActionRunner.execute(() -> grid.show(people("alice", "bob")));
        assertThat(largest()).isZero();
    }

    @Test
    void withLittleRoomOnlyWhoSpeaksShows() {
        speaks("carol");
        GuiActionRunner.execute(() -> grid.setLittle(true));
        assertThat(largest()).isEqualTo(2);
        assertThat(grid.getComponent(2).getSize()).isEqualTo(grid.getSize());
        assertThat(grid.getComponents()).filteredOn(tile -> tile.isVisible()).hasSize(1);

        GuiActionRunner.execute(() -> grid.setLittle(false));
        assertThat(grid.getComponents()).allMatch(tile -> tile.isVisible());
    }

    @Test
    void inAGridAllAreAlikeWhoeverSpeaks() {
        speaks("carol");
        GuiActionRunner.execute(grid::doLayout);
        assertThat(Arrays.asList(grid.getComponents()))
                .extracting(tile -> tile.getWidth())
                .allMatch(width -> Math.abs(width - grid.getComponent(0).getWidth()) <= 1);
    }

    private static TileGrid gridOfThree() {
        TileGrid grid = new TileGrid();
        grid.setSize(1280, 240);
        grid.show(people("alice", "bob", "carol"));
        return grid;
    }

    private static List<Participation> people(String... ids) {
        return Stream.of(ids)
                .map(id -> new Participation(id, id, id, false, null))
                .toList();
    }

    private void speaks(String id) {
        GuiActionRunner.execute(() -> grid.setSpeaker(id));
    }

    private int largest() {
        GuiActionRunner.execute(grid::doLayout);
        return Stream.iterate(0, index -> index < grid.getComponentCount(), index -> index + 1)
                .max(Comparator.comparingInt(index -> grid.getComponent(index).getWidth()
                        * grid.getComponent(index).getHeight()))
                .orElseThrow();
    }
}
