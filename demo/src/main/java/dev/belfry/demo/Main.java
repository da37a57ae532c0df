package dev.belfry.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.demo.chaos.HubChaosCommand;
import dev.belfry.demo.headless.CallCommand;
import dev.belfry.demo.headless.PhoneCommand;
import dev.belfry.demo.headless.SoakCommand;
import dev.belfry.demo.hub.HubCommand;
import dev.belfry.demo.launcher.Launcher;
import dev.belfry.demo.load.HubLoadCommand;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo: without a command two phones on the screen, or where there is none, a scripted call. */
@Command(
        name = "belfry-demo",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.belfry.demo.main",
        subcommands = {
            HubCommand.class,
            PhoneCommand.class,
            CallCommand.class,
            SoakCommand.class,
            HubLoadCommand.class,
            HubChaosCommand.class
        })
public final class Main implements Callable<Integer> {
    private static final int UNSOUND = 1;
    private static final Path OUT = Path.of("belfry-call");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--video", paramLabel = "FILE", descriptionKey = "video")
    private @Nullable Path video;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!GraphicsEnvironment.isHeadless()) {
            Launcher.runUntilClosed(video);
            return 0;
        }
        List<String> arguments = new ArrayList<>(List.of("call", "--headless", "--out", OUT.toString()));
        if (video != null) {
            arguments.addAll(List.of("--video", video.toString()));
        }
        Path summary = OUT.resolve("summary.json");
        Files.deleteIfExists(summary);
        int code = new CommandLine(new Main()).execute(arguments.toArray(String[]::new));
        say("pictures", OUT.toAbsolutePath());
        if (code != UNSOUND || Files.notExists(summary)) {
            return code;
        }
        JsonObject figures = JsonParser.parseString(Files.readString(summary)).getAsJsonObject();
        say("unsound", figures.get("failures").getAsString());
        return 0; // it was shown; what judges is the command
    }

    private void say(String key, Object value) {
        spec.commandLine().getOut().println(String.format(spec.resourceBundle().getString(key), value));
    }
}
