package dev.belfry.demo.load;

import dev.belfry.demo.hub.GivenHub;
import dev.belfry.demo.hub.KeyFile;
import dev.belfry.demo.hub.StoreOptions;
import dev.belfry.demo.line.LightNetwork;
import dev.belfry.demo.node.HubProcess;
import dev.belfry.demo.node.JvmProbe;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub-load}: connects many users, has them call each other at a steady rate, and says how quickly it rings. */
@Command(name = "hub-load", mixinStandardHelpOptions = true, resourceBundle = "dev.belfry.demo.load.load")
public final class HubLoadCommand implements Callable<Integer> {
    private static final List<String> HUB_JVM = List.of("-Xmx1g");
    private static final double SECONDS_OF_MINUTE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--users", paramLabel = "N", defaultValue = "5000", descriptionKey = "users")
    private int users;

    @Option(names = "--calls-per-second", paramLabel = "N", defaultValue = "100", descriptionKey = "rate")
    private double rate;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "5", descriptionKey = "minutes")
    private double minutes;

    @Option(names = "--warm-up-seconds", paramLabel = "N", defaultValue = "30", descriptionKey = "warm-up")
    private double warmUpSeconds;

    @Option(names = "--talk-seconds", paramLabel = "N", defaultValue = "2", descriptionKey = "talk")
    private double talkSeconds;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @ArgGroup(exclusive = false)
    private @Nullable GivenHub given;

    /** Puts the hub under load; 0 if it rang in time and nothing went wrong, 1 if not. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (users < 2 || users % 2 != 0 || rate <= 0 || minutes <= 0) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.plan"));
        }
        LoadPlan plan = new LoadPlan(
                users, rate, seconds(warmUpSeconds), seconds(minutes * SECONDS_OF_MINUTE), seconds(talkSeconds));
        if (given != null) {
            return judge(plan, given.uri(), given.apiKey(), null, "unknown") ? 0 : 1;
        }
        Path folder = Files.createTempDirectory("belfry-hub-load");
        Path key = folder.resolve("api-key");
        String apiKey = KeyFile.readOrMake(key);
        List<String> options = new ArrayList<>(store.arguments(folder));
        options.addAll(List.of("--api-key-file", key.toString(), "--no-limits", "--no-people"));
        Path log = folder.resolve("hub.log");
        try (HubProcess hub = HubProcess.start(HubProcess.freePort(), HUB_JVM, options, log)) {
            hub.awaitUp();
            JvmProbe probe = new JvmProbe(hub.handle());
            return judge(plan, hub.uri(), apiKey, probe, store.name()) ? 0 : 1;
        }
    }

    private boolean judge(LoadPlan plan, URI hub, String apiKey, @Nullable JvmProbe probe, String storeName)
            throws IOException, InterruptedException {
        CostMeter meter = new CostMeter(probe);
        LoadFigures found;
        HubCost cost;
        try (LightNetwork network = new LightNetwork(List.of(hub));
                LoadRun run = new LoadRun(plan, network, network.backEnd(apiKey))) {
            run.signIn();
            meter.beforeUsers();
            run.connect();
            meter.withUsers(plan.users());
            meter.begin();
            run.call();
            cost = meter.end();
            found = run.figures();
        }
        LoadReport.Figures figures = LoadReport.figures(plan, found, cost);
        List<String> failures = LoadReport.reasons(figures, plan, found.errorWords());
        PrintWriter print = spec.commandLine().getOut();
        print.println(LoadReport.write(figures, storeName, failures));
        print.flush();
        return failures.isEmpty();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
