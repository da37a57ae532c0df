package dev.belfry.demo;

import dev.belfry.demo.headless.CallCommand;
import dev.belfry.demo.headless.SoakCommand;
import dev.belfry.demo.launcher.Launcher;
import java.awt.GraphicsEnvironment;
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
        subcommands = {CallCommand.class, SoakCommand.class})
public final class Main implements Callable<Integer> {
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
        int code = new CommandLine(new Main()).execute(arguments.toArray(String[]::new));
        spec.commandLine()
                .getOut()
                .println(String.format(spec.resourceBundle().getString("pictures"), OUT.toAbsolutePath()));
        return code;
    }
}
