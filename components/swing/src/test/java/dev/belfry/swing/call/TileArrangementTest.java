package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.SessionSettings.Layout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileArrangementTest {
    private static final int GAP = 8;
    private static final Rectangle AREA = new Rectangle(0, 0, 1280, 720);
    private static final Rectangle NOTHING = new Rectangle();

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            for (int count = 1; count <= 9; count++) {
                for (int large = 0; large < count; large++) {
                    cases.add(new Case(layout, count, large));
                }
            }
        }
        return cases.stream();
    }

    record Case(Layout layout, int count, int large) {
        Rectangle[] places() {
            return new TileArrangement(AREA.width, AREA.height, GAP, NOTHING).places(layout, count, large);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTileHasAPlaceOfItsOwnWithAGapAround(Case arranged) {
        Rectangle[] places = arranged.places();

        assertThat(places).hasSize(arranged.count()).allMatch(place -> !place.isEmpty());
        for (int i = 0; i < places.length; i++) {
            Rectangle around = new Rectangle(places[i]);
            around.grow(GAP, GAP);
            assertThat(AREA.contains(around)).isTrue();
            around.grow(-1, -1);
            for (int j = 0; j < i; j++) {
                assertThat(around.intersects(places[j])).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 8})
    void allTilesOfAGridAreOfOneSizeAndTheLastRowIsInTheMiddle(int count) {
        Rectangle[] places = new Case(Layout.GRID, count, 0).places();

        assertThat(places)
                .allMatch(place ->
                        Math.abs(place.width - places[0].width) <= 1 && Math.abs(place.height - places[0].height) <= 1);
        List<Rectangle> last = Stream.of(places)
                .filter(place -> place.y == places[count - 1].y)
                .toList();
        int left = last.get(0).x;
        int right = AREA.width - last.get(last.size() - 1).x - last.get(last.size() - 1).width;
        assertThat(Math.abs(left - right)).isLessThanOrEqualTo(2);
    }

    @Test
    void smallTilesGiveWayToWhatCoversTheEndOfTheirStrip() {
        Rectangle self = new Rectangle(1020, 560, 240, 135);
        TileArrangement arrangement = new TileArrangement(AREA.width, AREA.height, GAP, self);

        for (Layout layout : List.of(Layout.SIDEBAR, Layout.SPOTLIGHT)) {
            Rectangle[] places = arrangement.places(layout, 4, 0);
            assertThat(List.of(places[1], places[2], places[3])).noneMatch(self::intersects);
            assertThat(places[0]).isEqualTo(new Case(layout, 4, 0).places()[0]);
        }
    }

    @Test
    void aStripThatIsCoveredInTheMiddleStaysAsItIs() {
        TileArrangement arrangement =
                new TileArrangement(AREA.width, AREA.height, GAP, new Rectangle(1100, 200, 100, 300));

        assertThat(arrangement.places(Layout.SIDEBAR, 4, 0)).isEqualTo(new Case(Layout.SIDEBAR, 4, 0).places());
    }

    @Test
    void aSidebarIsAColumnBesideTheLargeTile() {
        Rectangle[] places = new Case(Layout.SIDEBAR, 4, 1).places();

        assertThat(places[1].getSize()).isEqualTo(new Dimension(1280 - 256 - GAP, 720 - 2 * GAP));
        assertThat(List.of(places[0], places[2], places[3]))
                .allMatch(place -> place.x == 1024 + GAP && place.width == 256 - 2 * GAP)
                .isSortedAccordingTo((one, other) -> one.y - other.y);
    }

    @Test
    void aSpotlightHasTheOthersInARowBelow() {
        Rectangle[] places = new Case(Layout.SPOTLIGHT, 4, 3).places();

        assertThat(places[3].getSize()).isEqualTo(new Dimension(1280 - 2 * GAP, 720 - 144 - GAP));
        assertThat(List.of(places[0], places[1], places[2]))
                .allMatch(place -> place.y == 576 + GAP && place.height == 144 - 2 * GAP)
                .isSortedAccordingTo((one, other) -> one.x - other.x);
    }

    @Test
    void oneAloneFillsTheAreaInEveryLayout() {
        for (Layout layout : Layout.values()) {
            assertThat(new TileArrangement(640, 480, 0, NOTHING).places(layout, 1, 0))
                    .containsExactly(new Rectangle(0, 0, 640, 480));
        }
    }
}
