package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScaledDisplayTest {
    /** Java on Linux rounds the display's scale to whole numbers; the others are tested without a window. */
    @Test
    void aWindowOnADisplayAtTwiceTheScaleShowsPixelForPixel() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.java2d.uiScale=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaledDisplay.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("scale 2.0: 320x180 exact");
    }
}
