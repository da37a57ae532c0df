package dev.belfry.benchmarks;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoEncoder;
import dev.belfry.media.internal.NativeFrame;
import java.util.concurrent.TimeUnit;
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

/** 720p at 30 frames and 2 Mbit a second, one thread: Belfry from I420, JavaCV's recorder from its usual BGR24. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class EncodingBenchmark {
    private static final long FRAME_NANOS = 1_000_000_000 / Clip.FPS;

    private final EncodedFramePool pool = new EncodedFramePool(1 << 16);
    private final JavaCvPicture[] pictures = new JavaCvPicture[Clip.LENGTH];
    private Clip clip;
    private VideoEncoder vp8;
    private VideoEncoder h264;
    private JavaCvFile vp8File;
    private JavaCvFile h264File;
    private long count;

    @Setup
    public void open() throws Exception {
        clip = new Clip();
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = new JavaCvPicture();
            pictures[i].from(clip.next());
        }
        vp8 = VideoCodecs.encoder(Clip.settings(Codec.VP8), pool);
        h264 = VideoCodecs.encoder(Clip.settings(Codec.H264), pool);
        vp8File = new JavaCvFile(Codec.VP8);
        h264File = new JavaCvFile(Codec.H264);
    }

    @TearDown
    public void close() throws Exception {
        vp8.close();
        h264.close();
        vp8File.close();
        h264File.close();
        for (JavaCvPicture picture : pictures) {
            picture.close();
        }
        clip.close();
    }

    @Benchmark
    public void belfryVp8() throws Exception {
        encode(vp8);
    }

    @Benchmark
    public void belfryH264() throws Exception {
        encode(h264);
    }

    @Benchmark
    public void javacvVp8() throws Exception {
        record(vp8File);
    }

    @Benchmark
    public void javacvH264() throws Exception {
        record(h264File);
    }

    private void encode(VideoEncoder encoder) throws Exception {
        NativeFrame frame = clip.next();
        frame.setTime(count * FRAME_NANOS, count);
        count++;
        encoder.encode(frame, false, encoded -> {});
    }

    private void record(JavaCvFile file) throws Exception {
        file.recorder.record(pictures[(int) (count++ % pictures.length)].frame());
    }
}
