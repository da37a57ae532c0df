package dev.belfry.benchmarks;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.belfry.frame.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/** A recorder of JavaCV's that writes a temporary file, with the settings that Belfry gives to the same encoder. */
final class JavaCvFile implements AutoCloseable {
    final Path path;
    final FFmpegFrameRecorder recorder;
    private boolean recording = true;

    JavaCvFile(Codec codec) throws IOException {
        path = Files.createTempFile("belfry-benchmark", ".mkv");
        recorder = new FFmpegFrameRecorder(path.toFile(), Clip.WIDTH, Clip.HEIGHT, 0);
        recorder.setFormat("matroska");
        recorder.setVideoCodecName(codec == Codec.VP8 ? "libvpx" : "libopenh264");
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(Clip.FPS);
        recorder.setVideoBitrate(Clip.BITRATE);
        recorder.setVideoOption("threads", "1");
        if (codec == Codec.VP8) {
            recorder.setVideoOption("deadline", "realtime");
            recorder.setVideoOption("cpu-used", "-8");
            recorder.setVideoOption("lag-in-frames", "0");
        } else {
            recorder.setVideoOption("allow_skip_frames", "1");
        }
        recorder.start();
    }

    /** Ends the recording; the file stays until it is closed. */
    void finish() throws IOException {
        if (recording) {
            recording = false;
            recorder.close();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        Files.deleteIfExists(path);
    }
}
