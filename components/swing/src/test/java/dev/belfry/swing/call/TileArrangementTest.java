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

class TileArrangementTest {
    private static final int GAP = 8;
    private static final Rectangle AREA = new Rectangle(0, 0, 1280, 720);

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
            return new TileArrangement(AREA.width, AREA.height, GAP).places(layout, count, large);
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
            assertThat(new TileArrangement(640, 480, 0).places(layout, 1, 0))
                    .containsExactly(new Rectangle(0, 0, 640, 480));
        }
    }
}
