package dev.belfry.demo.load;

import dev.belfry.demo.report.FlatJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a load and the verdict on them. */
final class LoadReport {
    /** The longest that 99 of 100 calls may take to ring. */
    static final double MOST_P99_MS = 150;

    private static final double MILLI = 1e6;

    private LoadReport() {}

    /**
     * What is told.
     *
     * @param users users connected
     * @param calls calls begun while it counted
     * @param completed calls that rang, were answered and ended, those before it counted among them
     * @param hubHeapPerUserBytes by how much the live heap of the hub's process grew with each user who connected
     * @param hubResidentPerUserBytes by how much the memory of the hub's process grew with each user who connected
     * @param hubCores processors that the hub's process kept busy
     * @param generatorCores processors that this process kept busy
     */
    record Figures(
            int users,
            double callsPerSecond,
            double seconds,
            long calls,
            long completed,
            double initiateToIncomingP50Ms,
            double initiateToIncomingP95Ms,
            double initiateToIncomingP99Ms,
            double initiateToIncomingMaxMs,
            double acceptToAcceptedP50Ms,
            double acceptToAcceptedP99Ms,
            double endToEndedP50Ms,
            double endToEndedP99Ms,
            double hubHeapPerUserBytes,
            double hubResidentPerUserBytes,
            double hubResidentBytes,
            double hubCores,
            double generatorCores,
            int errors) {}

    static Figures figures(LoadPlan plan, LoadFigures found, HubCost cost) {
        return new Figures(
                plan.users(),
                plan.rate(),
                seconds(plan.measured()),
                found.toIncoming().getTotalCount(),
                found.completed(),
                LoadFigures.millis(found.toIncoming(), 50),
                LoadFigures.millis(found.toIncoming(), 95),
                LoadFigures.millis(found.toIncoming(), 99),
                LoadFigures.millis(found.toIncoming(), 100),
                LoadFigures.millis(found.toAccepted(), 50),
                LoadFigures.millis(found.toAccepted(), 99),
                LoadFigures.millis(found.toEnded(), 50),
                LoadFigures.millis(found.toEnded(), 99),
                cost.heapPerUser(),
                cost.residentPerUser(),
                cost.resident(),
                cost.hubCores(),
                cost.generatorCores(),
                found.errors());
    }

    /** Returns a sentence for each bound that was not kept; none when all was well. */
    static List<String> reasons(Figures figures, LoadPlan plan, List<String> errors) {
        List<String> reasons = new ArrayList<>();
        // Written so that a figure that is no number fails as well.
        if (!(figures.initiateToIncomingP99Ms() <= MOST_P99_MS)) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "initiate to incoming takes %.1f ms (p99), above %.0f ms",
                    figures.initiateToIncomingP99Ms(),
                    MOST_P99_MS));
        }
        if (figures.completed() < plan.calls()) {
            reasons.add(figures.completed() + " of " + plan.calls() + " calls were completed");
        }
        reasons.addAll(errors);
        return reasons;
    }

    static String write(Figures figures, String store, List<String> failures) {
        return FlatJson.of(figures).with("store", store).judged(failures).toString();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / MILLI / 1000;
    }
}
