package dev.belfry.demo.headless;

import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PathStats;
import dev.belfry.engine.Resources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is found out in the course of one call: of two directions the worse, of counts the sum. Thread-safe. */
final class Findings {
    private static final double MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<MediaStats> stats = new ArrayList<>();
    private final List<Pictures> video = new ArrayList<>();
    private final List<Double> sound = new ArrayList<>();
    private long ringNanos = -1;
    private long firstFrameNanos = -1;
    private long bytesHeld;
    private List<String> missing = List.of();
    private List<String> doubled = List.of();
    private List<String> unwelcome = List.of();

    /** Adds something that went wrong and has no figure. */
    void fail(String reason) {
        failures.add(reason);
    }

    synchronized void ring(long nanos) {
        ringNanos = nanos;
    }

    synchronized void firstFrame(long nanos) {
        firstFrameNanos = Math.max(firstFrameNanos, nanos);
    }

    synchronized void add(MediaStats figures) {
        stats.add(figures);
    }

    /** Adds a direction's pictures; once its meter is closed. */
    synchronized void add(VideoMeter meter) {
        // The figures alone: the meter would keep the phones, and all they hold, from being let go of.
        Percentiles latencies = meter.latencies();
        video.add(new Pictures(
                latencies.count(), latencies.millis(0.50), latencies.millis(0.95), meter.psnrDb(), meter.samples()));
    }

    /** Adds a direction's correlation. */
    synchronized void addSound(double correlation) {
        sound.add(correlation);
    }

    /** Adds what an engine still holds when it is closed. */
    synchronized void add(Resources held) {
        bytesHeld += held.nativeBytes();
        if (!held.equals(Resources.NONE)) {
            fail("the engine still holds " + held);
        }
    }

    /** Adds how much the network still holds when every phone is closed. */
    void addHeld(int outstanding) {
        if (outstanding > 0) {
            fail("the network still holds " + outstanding + " connections, packets or frames");
        }
    }

    synchronized void add(EventLedger ledger) {
        missing = ledger.missing();
        doubled = ledger.doubled();
        unwelcome = ledger.unwelcome();
        missing.forEach(event -> fail("missing: " + event));
        doubled.forEach(event -> fail("doubled: " + event));
        unwelcome.forEach(event -> fail("unwelcome: " + event));
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the figures, with what the caller found left after the call. */
    synchronized Measurements measurements(long threadsLeft, long nativeBytesLeft) {
        PathStats path = stats.stream().map(MediaStats::path).reduce(PathStats.NONE, PathStats::plus);
        return new Measurements(
                millis(ringNanos),
                millis(firstFrameNanos),
                stats.stream().mapToLong(MediaStats::framesCaptured).sum(),
                stats.stream().mapToLong(MediaStats::framesEncoded).sum(),
                stats.stream().mapToLong(MediaStats::framesSent).sum(),
                stats.stream().mapToLong(MediaStats::framesReceived).sum(),
                stats.stream().mapToLong(MediaStats::framesDecoded).sum(),
                video.stream().mapToLong(Pictures::painted).sum(),
                stats.stream().mapToLong(MediaStats::framesDropped).sum(),
                video.stream().mapToDouble(Pictures::p50Ms).max().orElse(Double.NaN),
                video.stream().mapToDouble(Pictures::p95Ms).max().orElse(Double.NaN),
                video.stream().mapToDouble(Pictures::psnrDb).min().orElse(Double.NaN),
                video.stream().mapToInt(Pictures::samples).min().orElse(0),
                sound.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                threadsLeft,
                bytesHeld + nativeBytesLeft,
                missing.size(),
                doubled.size(),
                unwelcome.size(),
                path.localCandidate(),
                path.remoteCandidate(),
                path.cipher(),
                path.roundTripMillis(),
                path.packetsLost(),
                path.packetsResent(),
                path.packetsRecovered());
    }

    private static double millis(long nanos) {
        return nanos < 0 ? Double.NaN : nanos / MILLI;
    }

    /** The figures of one direction's pictures. */
    private record Pictures(int painted, double p50Ms, double p95Ms, double psnrDb, int samples) {}
}
