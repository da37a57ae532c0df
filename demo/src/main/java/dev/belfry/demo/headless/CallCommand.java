package dev.belfry.demo.headless;

import dev.belfry.demo.phone.Exchange;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code call}: makes one scripted call, prints its events, photographs its windows and judges its figures. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.belfry.demo.headless.call",
        exitCodeOnInvalidInput = 2)
public final class CallCommand implements Callable<Integer> {
    private static final int WARM_UP_SECONDS = 4;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--headless", descriptionKey = "headless")
    private boolean headless;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", descriptionKey = "seconds")
    private int seconds;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "belfry-call", descriptionKey = "out")
    private Path out = Path.of("belfry-call");

    @Option(names = "--video", paramLabel = "FILE", descriptionKey = "video")
    private @Nullable Path video;

    @Option(names = "--codec", paramLabel = "vp8|vp9|h264", defaultValue = "vp8", descriptionKey = "codec")
    private VideoCodec codec = VideoCodec.vp8;

    /** Makes the call; 0 if all of it was sound, 1 if not. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!headless && GraphicsEnvironment.isHeadless()) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.display"));
        }
        if (seconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.seconds"));
        }
        if (video != null && !Files.isReadable(video)) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.video") + video);
        }
        CallScript script =
                new CallScript(seconds, Files.createDirectories(out), video, codec.codec(), Exchange::loopback);
        warmUp(script);
        return judge(script, spec.commandLine().getOut()) ? 0 : 1;
    }

    /** Makes the call briefly, to load and warm up everything that stays for good. */
    static void warmUp(CallScript script) throws IOException, InterruptedException {
        new CallRun(script.lasting(WARM_UP_SECONDS), line -> {}).run();
    }

    /** Makes the call, writes down what came of it, and returns whether all of it was sound. */
    static boolean judge(CallScript script, PrintWriter print) throws IOException, InterruptedException {
        Leftovers before = Leftovers.baseline();
        Findings findings = new CallRun(script, line -> {
                    synchronized (print) {
                        print.println(line);
                        print.flush();
                    }
                })
                .run();
        List<String> threads = before.newThreads();
        // The event dispatch thread keeps its last task, and all that belonged to it, until it has another.
        Edt.run(() -> {});
        Measurements measurements = findings.measurements(threads.size(), before.newNativeBytes());
        List<String> failures = new ArrayList<>(findings.failures());
        failures.addAll(Verdict.reasons(measurements));
        threads.forEach(thread -> failures.add("left: thread " + thread));
        String summary = Summary.write(measurements, script, failures);
        Files.writeString(script.out().resolve("summary.json"), summary);
        return failures.isEmpty();
    }
}
