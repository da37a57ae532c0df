package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.media.codec.EncoderSettings;
import dev.belfry.media.codec.SizeLimit;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.codec.VideoEncoder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Encodes local pictures on a thread of its own and hands them to the transport, once there is someone to see them. */
final class VideoSender implements VideoSink, Runnable {
    /** With less, pictures cannot be told from noise. */
    private static final int LEAST_BITRATE = 30_000;

    private final SessionResources resources;
    private final MediaSettings settings;
    private final Counters counters;
    private final Outgoing outgoing;
    private final Consumer<CallException> onError;
    private final Mailbox mailbox = new Mailbox();
    private final AtomicBoolean keyFrameWanted = new AtomicBoolean();
    private final Consumer<EncodedFrame> output = this::send;
    private volatile SizeLimit limit;
    private @Nullable VideoEncoder encoder;
    private @Nullable Codec codec;
    private boolean failing;

    VideoSender(
            SessionResources resources,
            MediaSettings settings,
            Counters counters,
            Outgoing outgoing,
            Consumer<CallException> onError) {
        this.resources = resources;
        this.settings = settings;
        this.counters = counters;
        this.outgoing = outgoing;
        this.onError = onError;
        this.limit = new SizeLimit(settings.width(), settings.height());
    }

    /** Sends larger pictures in a size that fits; the session's video format is the limit at first. From any thread. */
    void setSizeLimit(SizeLimit newLimit) {
        limit = newLimit;
    }

    /** Takes a picture; on the source's thread. */
    @Override
    public void onFrame(VideoFrame frame) {
        if (outgoing.videoCodec() != null && mailbox.put(frame)) {
            counters.dropped.increment();
        }
    }

    /** Has the next picture be one that a decoder can start with; from any thread. */
    void requestKeyFrame() {
        keyFrameWanted.set(true);
    }

    void close() {
        mailbox.close();
    }

    @Override
    public void run() {
        try {
            for (VideoFrame frame = mailbox.take(); frame != null; frame = mailbox.take()) {
                try {
                    encode(frame);
                } finally {
                    frame.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mailbox.close();
            if (encoder != null) {
                encoder.close();
            }
        }
    }

    private void encode(VideoFrame frame) {
        Codec wantedCodec = outgoing.videoCodec();
        if (wantedCodec == null) {
            return;
        }
        boolean key = keyFrameWanted.getAndSet(false);
        try {
            open(frame, wantedCodec).encode(frame, key, output);
            failing = false;
        } catch (CallException e) {
            counters.dropped.increment();
            keyFrameWanted.set(true);
            if (e.code() == ErrorCode.ERR_CODEC_UNAVAILABLE) {
                mailbox.close();
            }
            if (!failing) {
                failing = true;
                onError.accept(e);
            }
        }
    }

    /** Returns the encoder of a codec; the peers may come to want another one. */
    private VideoEncoder open(VideoFrame frame, Codec wantedCodec) throws CallException {
        SizeLimit wanted = limit;
        int bitrate = Math.max(LEAST_BITRATE, Math.min(settings.bitrate(), outgoing.videoBitrate()));
        VideoEncoder open = encoder;
        if (open != null && codec != wantedCodec) {
            encoder = null;
            open.close();
            open = null;
        }
        if (open == null) {
            open = VideoCodecs.encoder(
                    new EncoderSettings(
                            wantedCodec,
                            wanted.fitWidth(frame.width(), frame.height()),
                            wanted.fitHeight(frame.width(), frame.height()),
                            settings.fps(),
                            bitrate),
                    resources.encodedFrames());
            encoder = open;
            codec = wantedCodec;
        }
        open.setSizeLimit(wanted);
        if (open.bitrate() != bitrate) {
            open.setBitrate(bitrate);
        }
        return open;
    }

    private void send(EncodedFrame frame) {
        counters.encoded.increment();
        if (frame.isKeyFrame()) {
            counters.keyFrames.increment();
        }
        outgoing.accept(frame);
        counters.sent.increment();
        counters.videoBytes.add(frame.data().remaining());
    }
}
