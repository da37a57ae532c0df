package dev.belfry.demo.headless;

import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PathStats;
import dev.belfry.engine.Resources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What one phone finds out in the course of its call. Failures from any thread, all else from the script's. */
final class PhoneFindings {
    private static final double MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private MediaStats stats = MediaStats.NONE;
    private Resources held = Resources.NONE;
    private PaintedPictures.Likeness pictures = PaintedPictures.Likeness.UNKNOWN;
    private double sound = Double.NaN;
    private double ringMs = Double.NaN;
    private double firstFrameMs = Double.NaN;

    void fail(String reason) {
        failures.add(reason);
    }

    void ring(long nanos) {
        ringMs = nanos / MILLI;
    }

    void firstFrame(long nanos) {
        firstFrameMs = nanos / MILLI;
    }

    void add(MediaStats figures) {
        stats = figures;
    }

    /** Adds what engine and network still hold when all is closed. */
    void add(Resources ofEngine, int ofNetwork) {
        held = ofEngine;
        if (!ofEngine.equals(Resources.NONE)) {
            fail("the engine still holds " + ofEngine);
        }
        if (ofNetwork > 0) {
            fail("the network still holds " + ofNetwork + " connections, packets or frames");
        }
    }

    /** Adds how what came compares with what the other phone sent. */
    void compared(PaintedPictures.Likeness ofPictures, double ofSound) {
        pictures = ofPictures;
        sound = ofSound;
        // Written so that a figure that is no number fails as well.
        require(
                ofPictures.psnrDb() >= Verdict.LEAST_PSNR_DB,
                "psnr is %.1f dB, below %.0f dB",
                ofPictures.psnrDb(),
                Verdict.LEAST_PSNR_DB);
        require(
                ofSound >= Verdict.LEAST_CORRELATION,
                "sound correlates to %.3f, below %.1f",
                ofSound,
                Verdict.LEAST_CORRELATION);
    }

    /** Returns the figures, and judges those that hold for every call. */
    PhoneMeasurements measurements(EventLedger ledger, Percentiles latencies) {
        PathStats path = stats.path();
        ledger.missing().forEach(event -> fail("missing: " + event));
        ledger.doubled().forEach(event -> fail("doubled: " + event));
        ledger.unwelcome().forEach(event -> fail("unwelcome: " + event));
        require(latencies.count() > 0, "no remote picture was painted");
        require(stats.audioPacketsReceived() > 0, "no sound came");
        require(!path.cipher().isEmpty(), "media was not encrypted");
        return new PhoneMeasurements(
                ringMs,
                firstFrameMs,
                stats.framesCaptured(),
                stats.framesEncoded(),
                stats.framesSent(),
                stats.framesReceived(),
                stats.framesDecoded(),
                latencies.count(),
                stats.framesDropped(),
                latencies.millis(0.50),
                latencies.millis(0.95),
                pictures.psnrDb(),
                pictures.samples(),
                sound,
                stats.audioPacketsSent(),
                stats.audioPacketsReceived(),
                held.nativeBytes(),
                ledger.missing().size(),
                ledger.doubled().size(),
                ledger.unwelcome().size(),
                path.localCandidate(),
                path.remoteCandidate(),
                path.cipher(),
                path.roundTripMillis(),
                path.packetsLost(),
                path.packetsResent(),
                path.packetsRecovered());
    }

    /** Returns what was not sound; after the figures. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void require(boolean kept, String reason, Object... figures) {
        if (!kept) {
            fail(String.format(Locale.ROOT, reason, figures));
        }
    }
}
