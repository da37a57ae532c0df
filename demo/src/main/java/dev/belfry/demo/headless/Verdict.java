package dev.belfry.demo.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what of a call was not sound. */
final class Verdict {
    static final double LEAST_PSNR_DB = 35;
    static final double LEAST_CORRELATION = 0.9;
    static final double MOST_LATENCY_P95_MS = 60;
    static final long MOST_NATIVE_BYTES = 0;

    private final List<String> reasons = new ArrayList<>();

    private Verdict() {}

    /** Returns a sentence for each bound that was not kept; none when the call was sound. */
    static List<String> reasons(Measurements m) {
        Verdict verdict = new Verdict();
        verdict.require(m.framesPainted() > 0, "no remote picture was painted");
        verdict.require(m.psnrSamples() > 0, "no painted picture could be compared with its original");
        // Written so that a figure that is no number fails as well.
        verdict.require(m.psnrDb() >= LEAST_PSNR_DB, "psnr is %.1f dB, below %.0f dB", m.psnrDb(), LEAST_PSNR_DB);
        verdict.require(
                m.audioCorrelation() >= LEAST_CORRELATION,
                "sound correlates to %.3f, below %.1f",
                m.audioCorrelation(),
                LEAST_CORRELATION);
        verdict.require(
                m.latencyP95Ms() <= MOST_LATENCY_P95_MS,
                "latency p95 is %.1f ms, above %.0f ms",
                m.latencyP95Ms(),
                MOST_LATENCY_P95_MS);
        verdict.require(m.threadsLeft() == 0, "%d threads are left", m.threadsLeft());
        verdict.require(m.nativeBytesLeft() <= MOST_NATIVE_BYTES, "%d native bytes are left", m.nativeBytesLeft());
        verdict.require(m.eventsMissing() == 0, "%d events are missing", m.eventsMissing());
        verdict.require(m.eventsDoubled() == 0, "%d events came twice", m.eventsDoubled());
        verdict.require(!m.cipher().isEmpty(), "media was not encrypted");
        verdict.require(m.errors() == 0, "%d errors were told", m.errors());
        return List.copyOf(verdict.reasons);
    }

    private void require(boolean kept, String reason, Object... figures) {
        if (!kept) {
            reasons.add(String.format(Locale.ROOT, reason, figures));
        }
    }
}
