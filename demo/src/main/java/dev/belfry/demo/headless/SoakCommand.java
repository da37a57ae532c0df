package dev.belfry.demo.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code soak}: makes many calls in a row and says whether threads, heap or native memory grew. */
@Command(name = "soak", mixinStandardHelpOptions = true, resourceBundle = "dev.belfry.demo.headless.soak")
public final class SoakCommand implements Callable<Integer> {
    private static final int SAMPLES = 10;
    private static final int FEWEST_CALLS = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "500", descriptionKey = "calls")
    private int calls;

    @Option(names = "--in-this-jvm", hidden = true)
    private boolean inThisJvm;

    /** Makes the calls; 0 if all went through and nothing grew, 1 if not. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls < FEWEST_CALLS) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.calls"));
        }
        if (!inThisJvm) {
            return FixedHeapJvm.run(
                    spec.root().userObject().getClass(),
                    List.of(spec.name(), "--calls", Integer.toString(calls), "--in-this-jvm"));
        }
        PrintWriter print = spec.commandLine().getOut();
        try {
            SoakRun run = new SoakRun(calls, calls / SAMPLES, sample -> {
                print.println(sample);
                print.flush();
            });
            List<SoakSample> samples = run.run();
            print.printf(
                    Locale.ROOT,
                    "{\"first_frame_cold_ms\":%.0f,\"first_frame_p50_ms\":%.0f,\"first_frame_p95_ms\":%.0f}%n",
                    run.coldFirstFrames().millis(1),
                    run.firstFrames().millis(0.5),
                    run.firstFrames().millis(0.95));
            List<String> growth = SoakSample.growth(samples);
            growth.forEach(print::println);
            return growth.isEmpty() ? 0 : 1;
        } catch (TimeoutException e) {
            print.println(e.getMessage());
            return 1;
        }
    }
}
