package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Encodes with one of FFmpeg's encoders, which it opens again when size or colours change or the bitrate leaps. */
final class FfmpegVideoEncoder implements VideoEncoder {
    private static final double NANOS = 1e9;

    private final AVCodec codec;
    private final EncoderSettings settings;
    private final EncodedFramePool pool;
    private final EncoderProfile profile;
    private final EncoderInput preparation;
    private final PaceClock clock;
    private final FrameThinner thinner = new FrameThinner();
    private final AVFrame input = Objects.requireNonNull(av_frame_alloc(), "no native memory for a frame");
    private final AVPacket packet = Objects.requireNonNull(av_packet_alloc(), "no native memory for a packet");
    private volatile int bitrate;
    private volatile SizeLimit limit = SizeLimit.NONE;
    private @Nullable EncoderContext context;
    private byte[] bytes = new byte[1 << 16];
    private long sequence;
    private long openedNanos;
    private boolean started;
    private boolean closed;

    static FfmpegVideoEncoder open(
            AVCodec codec, EncoderProfile profile, EncoderSettings settings, EncodedFramePool pool)
            throws CallException {
        FfmpegVideoEncoder encoder = new FfmpegVideoEncoder(codec, profile, settings, pool);
        try {
            encoder.openFor(settings.width(), settings.height());
            return encoder;
        } catch (EncoderException e) {
            encoder.close();
            throw VideoCodecs.unavailable(settings.codec(), e);
        }
    }

    private FfmpegVideoEncoder(AVCodec codec, EncoderProfile profile, EncoderSettings settings, EncodedFramePool pool) {
        this.codec = codec;
        this.profile = profile;
        this.settings = settings;
        this.pool = pool;
        this.bitrate = settings.bitrate();
        this.preparation = new EncoderInput(profile);
        this.clock = new PaceClock(settings.fps());
    }

    @Override
    public void encode(VideoFrame frame, boolean forceKeyFrame, Consumer<EncodedFrame> out) throws CallException {
        if (closed) {
            throw new IllegalStateException("the encoder is closed");
        }
        NativeFrame picture = prepare(frame);
        try {
            EncoderContext before = context;
            EncoderContext ready = contextFor(picture);
            double share = (double) bitrate / ready.bitrate();
            long time = clock.advance(picture.captureNanos(), share);
            if (!profile.followsTime() && !thinner.admits(share, forceKeyFrame || ready != before)) {
                return;
            }
            send(ready, picture, time, forceKeyFrame);
            receive(ready, picture.captureNanos(), out);
        } catch (EncoderException e) {
            throw failure(e);
        } finally {
            picture.release();
        }
    }

    @Override
    public void setBitrate(int bitsPerSecond) {
        if (bitsPerSecond < 1) {
            throw new IllegalArgumentException("a bitrate is positive, not " + bitsPerSecond);
        }
        bitrate = bitsPerSecond;
    }

    @Override
    public void setSizeLimit(SizeLimit newLimit) {
        limit = newLimit;
    }

    @Override
    public int bitrate() {
        return bitrate;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        closeContext();
        av_frame_free(input);
        av_packet_free(packet);
        preparation.close();
    }

    private NativeFrame prepare(VideoFrame frame) throws CallException {
        try {
            return preparation.prepare(frame, limit);
        } catch (IllegalStateException e) {
            throw failure(e);
        }
    }

    /** Opens at once, so that a missing encoder shows before the first picture. */
    private void openFor(int width, int height) throws EncoderException {
        NativeFrame like = preparation.blank(width, height);
        try {
            context = EncoderContext.open(codec, profile, like, settings.fps(), bitrate);
        } finally {
            like.release();
        }
    }

    private EncoderContext contextFor(NativeFrame picture) throws EncoderException {
        EncoderContext now = context;
        int wanted = bitrate;
        if (!started) {
            started = true;
            openedNanos = picture.captureNanos();
        }
        if (now != null && now.fits(picture)) {
            now.aimAt(wanted);
            if (nearEnough(wanted, now, picture.captureNanos())) {
                return now;
            }
        }
        closeContext();
        EncoderContext opened = EncoderContext.open(codec, profile, picture, settings.fps(), wanted);
        context = opened;
        openedNanos = picture.captureNanos();
        return opened;
    }

    private boolean nearEnough(int wanted, EncoderContext opened, long nanos) {
        double share = (double) wanted / opened.bitrate();
        double secondsOpen = (nanos - openedNanos) / NANOS;
        return share >= profile.lowestShare() && share <= profile.highestShare(secondsOpen);
    }

    private void send(EncoderContext ready, NativeFrame picture, long time, boolean forceKeyFrame)
            throws EncoderException {
        check(av_frame_ref(input, picture.avFrame()));
        try {
            input.pts(time)
                    .duration(clock.duration())
                    .pict_type(forceKeyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE)
                    .colorspace(EncoderContext.colorspace(picture.matrix()))
                    .color_range(EncoderContext.colorRange(picture.range()));
            check(avcodec_send_frame(ready.av(), input));
        } finally {
            av_frame_unref(input);
        }
    }

    private void receive(EncoderContext ready, long captureNanos, Consumer<EncodedFrame> out) throws EncoderException {
        while (true) {
            int result = avcodec_receive_packet(ready.av(), packet);
            if (result == AVERROR_EAGAIN()) {
                return;
            }
            check(result);
            EncodedFrame encoded = pool.take();
            try {
                int size = packet.size();
                if (bytes.length < size) {
                    bytes = new byte[size * 2];
                }
                packet.data().get(bytes, 0, size);
                encoded.start(size).put(bytes, 0, size).flip();
                boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
                encoded.describe(settings.codec(), key, ticks(captureNanos), captureNanos, sequence++);
                out.accept(encoded);
            } finally {
                encoded.release();
                av_packet_unref(packet);
            }
        }
    }

    private long ticks(long nanos) {
        long rate = settings.codec().clockRate();
        long second = 1_000_000_000;
        return Math.floorDiv(nanos, second) * rate + Math.floorMod(nanos, second) * rate / second;
    }

    private void closeContext() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    private CallException failure(Exception cause) {
        return new CallException(
                ErrorCode.ERR_MEDIA_FAILED, "encoding " + settings.codec().name(), cause);
    }

    private static void check(int result) throws EncoderException {
        if (result < 0) {
            throw new EncoderException(Natives.message(result));
        }
    }
}
