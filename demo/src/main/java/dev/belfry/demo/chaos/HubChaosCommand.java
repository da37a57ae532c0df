package dev.belfry.demo.chaos;

import dev.belfry.demo.hub.KeyFile;
import dev.belfry.demo.hub.PostgresOptions;
import dev.belfry.demo.line.LightNetwork;
import dev.belfry.demo.node.HubProcess;
import dev.belfry.demo.report.FlatJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub-chaos}: kills nodes of a hub while users call each other, and says whether a call or event suffered. */
@Command(name = "hub-chaos", mixinStandardHelpOptions = true, resourceBundle = "dev.belfry.demo.chaos.chaos")
public final class HubChaosCommand implements Callable<Integer> {
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final double NANOS = 1e9;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "100000", descriptionKey = "calls")
    private long calls;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "2", descriptionKey = "nodes")
    private int nodes;

    @Option(names = "--users", paramLabel = "N", defaultValue = "32", descriptionKey = "users")
    private int users;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;

    @Option(names = "--peace-seconds", paramLabel = "N", defaultValue = "10", descriptionKey = "peace")
    private int peaceSeconds;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "belfry-chaos", descriptionKey = "out")
    private Path out = Path.of("belfry-chaos");

    @ArgGroup(exclusive = false, multiplicity = "1")
    private PostgresOptions postgres = new PostgresOptions();

    /** What is told. */
    private record Figures(
            long calls,
            double seconds,
            int nodes,
            int users,
            long seed,
            long kills,
            long events,
            long eventsLost,
            long eventsDoubled,
            long callsDisagreed,
            long errors,
            long reconnects,
            long commandsSentAgain) {}

    /** Makes the calls; 0 if nothing was lost, doubled or disagreed upon, 1 if anything was. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls < 1 || nodes < 1 || users < 2 || users % 2 != 0 || peaceSeconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.plan"));
        }
        Files.createDirectories(out);
        Path key = out.resolve("api-key");
        String apiKey = KeyFile.readOrMake(key);
        List<String> options = new ArrayList<>(postgres.arguments());
        options.addAll(List.of("--api-key-file", key.toString(), "--no-limits", "--no-people"));
        List<Node> started = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                Node node = new Node(HubProcess.freePort(), options, out.resolve("node-" + i + ".log"));
                started.add(node);
                node.start();
                // One after the other: the first makes the tables.
                node.awaitUp();
            }
            return judge(started, apiKey) ? 0 : 1;
        } finally {
            started.forEach(Node::close);
        }
    }

    private boolean judge(List<Node> started, String apiKey) throws InterruptedException, IOException {
        PrintWriter print = spec.commandLine().getOut();
        ChaosPlan plan = new ChaosPlan(calls, users, seed, Duration.ofSeconds(peaceSeconds));
        Tally tally = new Tally();
        Killer killer = new Killer(started, new Random(seed), plan.longestPeace(), tally);
        long start;
        try (LightNetwork network =
                        new LightNetwork(started.stream().map(Node::uri).toList());
                ChaosRun run = new ChaosRun(plan, network, tally, made -> say(print, made + " calls"))) {
            run.connect(network.backEnd(apiKey), "chaos-" + Long.toString(System.currentTimeMillis(), 36));
            start = System.nanoTime();
            try (killer) {
                killer.start();
                run.call();
            }
            double seconds = (System.nanoTime() - start) / NANOS;
            run.settle(SETTLING);
            Figures figures = new Figures(
                    tally.calls(),
                    seconds,
                    nodes,
                    users,
                    seed,
                    killer.kills(),
                    tally.events(),
                    tally.lost(),
                    tally.doubled(),
                    tally.disagreed(),
                    tally.errors(),
                    network.reconnects(),
                    network.retries());
            List<String> failures = reasons(figures, tally);
            String summary = FlatJson.of(figures).judged(failures).toString();
            Files.writeString(out.resolve("summary.json"), summary);
            say(print, summary);
            return failures.isEmpty();
        }
    }

    private List<String> reasons(Figures figures, Tally tally) {
        List<String> reasons = new ArrayList<>(tally.words());
        if (figures.calls() < calls) {
            reasons.add(figures.calls() + " of " + calls + " calls were made");
        }
        if (figures.kills() == 0) {
            reasons.add("no node was killed: make more calls");
        }
        return reasons;
    }

    private static void say(PrintWriter print, String line) {
        synchronized (print) {
            print.println(line);
            print.flush();
        }
    }
}
