package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeLimitTest {
    private final SizeLimit limit = new SizeLimit(1280, 720);

    @ParameterizedTest
    @CsvSource({
        "3840, 2160, 1280, 720",
        "1920, 1080, 1280, 720",
        "1920, 1200, 1152, 720",
        "2560, 1080, 1280, 540",
        "1080, 1920, 404, 720",
        "1280, 721, 1278, 720",
        "100000, 10, 1280, 2"
    })
    void whatIsLargerFitsInEvenSizes(int width, int height, int fitWidth, int fitHeight) {
        assertThat(limit.fitWidth(width, height)).isEqualTo(fitWidth);
        assertThat(limit.fitHeight(width, height)).isEqualTo(fitHeight);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "641, 361", "1, 1"})
    void whatFitsIsLeftAlone(int width, int height) {
        assertThat(limit.fitWidth(width, height)).isEqualTo(width);
        assertThat(limit.fitHeight(width, height)).isEqualTo(height);
    }

    @Test
    void turnsOnItsSide() {
        assertThat(limit.turned()).isEqualTo(new SizeLimit(720, 1280));
    }

    @Test
    void nothingFitsIntoNothing() {
        assertThatThrownBy(() -> new SizeLimit(1, 720)).isInstanceOf(IllegalArgumentException.class);
    }
}
