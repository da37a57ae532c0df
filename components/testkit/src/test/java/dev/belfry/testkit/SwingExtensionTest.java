package dev.belfry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class SwingExtensionTest {
    @Test
    void aTestThatBehavesPassesAndItsWindowIsDisposedOf() {
        assertThat(run("behaves").succeeded().count()).isEqualTo(1);
        assertThat(Window.getWindows()).noneMatch(Window::isShowing);
    }

    @Test
    void aComponentTouchedOffTheEventThreadFailsTheTest() {
        assertThat(failure("touchesOffTheEventThread")).contains("EDT violation");
    }

    @Test
    void aForgottenWindowFailsTheTestAndIsClosed() {
        assertThat(failure("forgetsAWindow")).contains("left behind").contains("forgotten");
        assertThat(Window.getWindows()).noneMatch(Window::isShowing);
    }

    @Test
    void aForgottenThreadFailsTheTest() {
        try {
            assertThat(failure("forgetsAThread")).contains("left behind").contains("belfry-forgotten");
        } finally {
            SwingScenarios.RELEASE.release();
        }
    }

    @Test
    void aFailureLeavesAPictureOfTheScreen() throws Exception {
        Path picture = Path.of("target", "screenshots", "SwingScenarios.fails_.png");
        Files.deleteIfExists(picture);
        assertThat(failure("fails")).contains("on purpose");
        assertThat(picture).isNotEmptyFile();
    }

    private static String failure(String method) {
        return run(method).failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> String.valueOf(result.getThrowable().orElseThrow()))
                .findFirst()
                .orElse("passed");
    }

    private static Events run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(SwingScenarios.class, method))
                .execute()
                .testEvents();
    }
}
