package dev.belfry.demo.headless;

import dev.belfry.demo.report.FlatJson;
import java.util.List;
import java.util.Locale;

/** The figures of a call and the verdict on them, as {@code summary.json}. */
final class Summary {
    private Summary() {}

    /** Returns flat JSON; a figure that could not be measured is null. */
    static String write(Measurements measurements, CallScript script, List<String> failures) {
        return FlatJson.of(measurements)
                .with("codec", script.codec().name().toLowerCase(Locale.ROOT))
                .with("seconds", script.seconds())
                .judged(failures)
                .toString();
    }
}
