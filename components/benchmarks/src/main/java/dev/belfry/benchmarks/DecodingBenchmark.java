package dev.belfry.benchmarks;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoDecoder;
import dev.belfry.media.codec.VideoEncoder;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.NativeFramePool;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 720p at 2 Mbit/s from its bytes to the pixels of a raster: Belfry's decoder and scaler, JavaCV's grabber and converter. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class DecodingBenchmark {
    /** A stream in memory, its decoder, and the raster its pictures go to. */
    @SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
    abstract static class Stream {
        private final Codec codec;
        private final int[] raster = new int[Clip.WIDTH * Clip.HEIGHT];
        private final NativeFramePool pictures = new NativeFramePool();
        private final List<EncodedFrame> stream = new ArrayList<>();
        private final VideoSink sink = this::scale;
        private VideoDecoder decoder;
        private PictureScaler scaler;
        private int next;

        Stream(Codec codec) {
            this.codec = codec;
        }

        @Setup(Level.Trial)
        public void open() throws Exception {
            try (Clip clip = new Clip();
                    VideoEncoder encoder = VideoCodecs.encoder(Clip.settings(codec), new EncodedFramePool(1 << 16))) {
                for (int i = 0; i < Clip.LENGTH; i++) {
                    NativeFrame frame = clip.next();
                    frame.setTime(1_000_000_000L * i / Clip.FPS, i);
                    encoder.encode(frame, i == 0, encoded -> {
                        encoded.retain();
                        stream.add(encoded);
                    });
                }
            }
            decoder = VideoCodecs.decoder(codec, pictures);
            scaler = Scalers.create();
        }

        @TearDown(Level.Trial)
        public void close() {
            decoder.close();
            scaler.close();
            stream.forEach(EncodedFrame::release);
            pictures.close();
        }

        int[] decodeNext() throws Exception {
            decoder.decode(stream.get(next), sink);
            next = (next + 1) % stream.size();
            return raster;
        }

        private void scale(VideoFrame frame) {
            scaler.scale(frame, Clip.WIDTH, Clip.HEIGHT, raster);
        }
    }

    /** VP8. */
    @State(Scope.Benchmark)
    public static class Vp8 extends Stream {
        public Vp8() {
            super(Codec.VP8);
        }
    }

    /** H.264. */
    @State(Scope.Benchmark)
    public static class H264 extends Stream {
        public H264() {
            super(Codec.H264);
        }
    }

    /** A file of ten seconds, its grabber, and the image its pictures go to. */
    @SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
    abstract static class Grabbing {
        private static final int LOOPS = 5;

        private final Codec codec;
        private final Java2DFrameConverter converter = new Java2DFrameConverter();
        private JavaCvFile file;
        private FFmpegFrameGrabber grabber;

        Grabbing(Codec codec) {
            this.codec = codec;
        }

        @Setup(Level.Trial)
        public void open() throws Exception {
            try (Clip clip = new Clip();
                    JavaCvPicture picture = new JavaCvPicture()) {
                file = new JavaCvFile(codec);
                for (int i = 0; i < LOOPS * Clip.LENGTH; i++) {
                    file.recorder.record(picture.from(clip.next()));
                }
                file.finish();
            }
            grabber = new FFmpegFrameGrabber(file.path.toFile());
            grabber.setVideoOption("threads", "1");
            grabber.start();
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            grabber.close();
            file.close();
        }

        BufferedImage grabNext() throws Exception {
            Frame frame = grabber.grabImage();
            if (frame == null) {
                grabber.restart();
                frame = grabber.grabImage();
            }
            return converter.convert(frame);
        }
    }

    /** VP8. */
    @State(Scope.Benchmark)
    public static class Vp8File extends Grabbing {
        public Vp8File() {
            super(Codec.VP8);
        }
    }

    /** H.264. */
    @State(Scope.Benchmark)
    public static class H264File extends Grabbing {
        public H264File() {
            super(Codec.H264);
        }
    }

    @Benchmark
    public int[] belfryVp8(Vp8 stream) throws Exception {
        return stream.decodeNext();
    }

    @Benchmark
    public int[] belfryH264(H264 stream) throws Exception {
        return stream.decodeNext();
    }

    @Benchmark
    public BufferedImage javacvVp8(Vp8File file) throws Exception {
        return file.grabNext();
    }

    @Benchmark
    public BufferedImage javacvH264(H264File file) throws Exception {
        return file.grabNext();
    }
}
