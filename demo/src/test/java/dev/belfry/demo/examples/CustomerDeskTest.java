package dev.belfry.demo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.Belfry;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.Ringer;
import dev.belfry.hub.local.LocalHub;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.UIManager;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerDeskTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/belfry/demo/examples/CustomerDesk.java");

    @Test
    void ten_lines_are_enough() throws IOException {
        int marked = 0;
        boolean within = false;
        for (String line : Files.readAllLines(SOURCE)) {
            if (line.strip().equals("// begin calling")) {
                within = true;
            } else if (line.strip().equals("// end calling")) {
                within = false;
            } else if (within) {
                marked++;
            }
        }
        assertThat(marked).isBetween(1, 10);
    }

    @Test
    void the_example_of_the_readme_compiles(@TempDir Path folder) throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).isTrue();
        Path file = folder.resolve("Embedding.java");
        Files.writeString(file, block.group(1));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    folder.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @Test
    void a_plain_application_calls_a_customer() throws Exception {
        UIManager.setLookAndFeel(UIManager.getSystemLookAndFeelClassName());
        CompletableFuture<String> rings = new CompletableFuture<>();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (LocalHub hub = LocalHub.builder()
                        .user("desk", "Customer desk")
                        .user("ada", "Ada Lane")
                        .build();
                Belfry ada = Belfry.builder(hub.connect("ada", "phone"))
                        .ringer(Ringer.silent())
                        .media(media -> media.camera(new VideoSourceSpec.Pattern(320, 240, 15))
                                .microphone(new AudioSourceSpec.Silence())
                                .speaker(new AudioSinkSpec.Discard()))
                        .build()) {
            ada.controller().addStateListener("test", snapshot -> {
                if (snapshot.phase() == CallPhase.INCOMING && snapshot.sessionId() != null) {
                    rings.complete(snapshot.sessionId());
                } else if (snapshot.phase() == CallPhase.ENDED) {
                    ended.complete(true);
                }
            });
            GuiActionRunner.execute(() -> new CustomerDesk(hub.connect("desk", "pc")));
            FrameFixture window = WindowFinder.findFrame("desk").using(BasicRobot.robotWithCurrentAwtHierarchy());
            try {
                window.table().selectRows(0);
                window.menuItem("call").click();
                String session = rings.get(20, TimeUnit.SECONDS);
                ada.controller().acceptCall(session).get(20, TimeUnit.SECONDS);
                window.close();
                assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                window.cleanUp();
            }
        }
    }
}
