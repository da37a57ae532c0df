package dev.belfry.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, takes JMH's own arguments, and prints the figures as a table beside JavaCV's ways. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        CommandLineOptions given = new CommandLineOptions(args);
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        if (given.shouldList()) {
            new Runner(given).list();
            return;
        }
        Options options = new OptionsBuilder()
                .parent(given)
                .addProfiler(CpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xmx1g", "-Djava.awt.headless=false")
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println(new Report(results).table());
    }
}
