package dev.belfry.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Lays the results out as the tables of the README, with the goals and whether they were met. */
final class Report {
    private final Map<String, RunResult> results = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    Report(Collection<RunResult> results) {
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.", -1);
            this.results.put(name[name.length - 2] + "." + name[name.length - 1], result);
        }
    }

    String table() {
        line("%n| benchmark | CPU ms | ms | bytes |%n|---|---:|---:|---:|");
        for (String name : results.keySet()) {
            double wall = result(name).getPrimaryResult().getScore();
            line("| %s | %.3f | %.3f | %.0f |", name, cpu(name), wall, bytes(name));
        }
        line("%n| goal | measured | at most | |%n|---|---:|---:|---|");
        ratio("painting 720p : floor", "PaintingBenchmark.videoView", "PaintingBenchmark.floor", 2.5);
        ratio(
                "painting 720p : JavaCV's converter",
                "PaintingBenchmark.videoView",
                "PaintingBenchmark.javacvConverter",
                1 / 3.0);
        tiles();
        call();
        if (results.containsKey("PaintingBenchmark.repaint")) {
            goal("bytes of Swing's painting", bytes("PaintingBenchmark.repaint"), 4096);
        }
        results.keySet().stream()
                .filter(name -> name.startsWith("DecodingBenchmark.belfry"))
                .forEach(name -> goal("bytes from " + name + " to raster", bytes(name), 64));
        return text.toString();
    }

    private void tiles() {
        String name = "TilesBenchmark.videoView";
        if (results.containsKey(name)) {
            goal("cores for 16 tiles of 720p30", cpu(name) / (1000.0 * TilesBenchmark.SECONDS), 0.5);
            double painted = secondary(name, "painted") / secondary(name, "sent");
            goal("share of frames not painted", 1 - painted, 0.02);
        }
    }

    private void call() {
        String name = "CallBenchmark.belfry";
        if (results.containsKey(name)) {
            goal("garbage of a two-way call, KB a second", bytes(name) / 1000 / CallBenchmark.SECONDS, 200);
            goal("share of pictures not decoded", 1 - secondary(name, "decoded") / secondary(name, "shown"), 0.02);
        }
        String other = "CallBenchmark.libwebrtc";
        if (results.containsKey(name) && results.containsKey(other)) {
            goal("two-way call : libwebrtc, for each picture decoded", cpuOfPicture(name) / cpuOfPicture(other), 1);
        }
    }

    private double cpuOfPicture(String name) {
        return cpu(name) / secondary(name, "decoded");
    }

    private void ratio(String what, String name, String other, double limit) {
        if (results.containsKey(name) && results.containsKey(other)) {
            goal(what, cpu(name) / cpu(other), limit);
        }
    }

    private void goal(String what, double measured, double limit) {
        line("| %s | %.3f | %.3f | %s |", what, measured, limit, measured <= limit ? "met" : "MISSED");
    }

    private double cpu(String name) {
        return secondary(name, CpuProfiler.LABEL);
    }

    private double bytes(String name) {
        return secondary(name, "gc.alloc.rate.norm");
    }

    private double secondary(String name, String label) {
        for (Result<?> result : result(name).getSecondaryResults().values()) {
            if (result.getLabel().endsWith(label)) {
                return result.getScore();
            }
        }
        return Double.NaN;
    }

    private RunResult result(String name) {
        return Objects.requireNonNull(results.get(name), name);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
