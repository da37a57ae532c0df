package dev.belfry.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call between two ends in this process, over loopback: each encodes the clip as VP8 at 2 Mbit/s and decodes the
 * other's, 720p at 30 frames a second. An operation is 10 s of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class CallBenchmark {
    static final int SECONDS = 10;

    private Clip clip;
    private @Nullable TwoWayCall call;

    /** How many pictures were shown to the ends, and how many of them decoded at the other. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counts {
        public long shown;
        public long decoded;
    }

    @Setup
    public void open() throws Exception {
        clip = new Clip();
    }

    @TearDown
    public void close() throws Exception {
        if (call != null) {
            call.end();
        }
        clip.close();
    }

    /** Belfry's codecs, peer connection, SRTP and sockets. */
    @Benchmark
    public void belfry(Counts counts) throws Exception {
        if (call == null) {
            call = new BelfryCall(clip);
        }
        hold(call, counts);
    }

    /** The same by libwebrtc, through webrtc-java. */
    @Benchmark
    public void libwebrtc(Counts counts) throws Exception {
        if (call == null) {
            call = new LibwebrtcCall(clip);
        }
        hold(call, counts);
    }

    private static void hold(TwoWayCall call, Counts counts) throws InterruptedException {
        long shown = call.shown();
        long decoded = call.decoded();
        TimeUnit.SECONDS.sleep(SECONDS);
        counts.shown += call.shown() - shown;
        counts.decoded += call.decoded() - decoded;
    }
}
