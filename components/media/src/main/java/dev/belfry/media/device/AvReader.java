package dev.belfry.media.device;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DEMUXER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one device or file, demuxed and decoded by FFmpeg into one frame that is used again and again. A
 * picture allocates nothing in the Java heap. One thread at a time; {@link #close} frees everything.
 */
final class AvReader implements AutoCloseable {
    /** What {@link #next} returns for a picture. */
    static final int PICTURE = 0;
    /** What {@link #next} returns after the last picture. */
    static final int END = AVERROR_EOF();
    /** What {@link #next} returns while a device has no new picture. */
    static final int NOT_YET = AVERROR_EAGAIN();

    private static final int MAX_THREADS = 2;
    private static final double NANOS = 1e9;

    private final AVFormatContext format = avformat_alloc_context();
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final boolean device;
    private @Nullable AVCodecContext decoder;
    private boolean handedOver;
    private boolean opened;
    private int stream;
    private int rotation;
    private double tickNanos;
    private long pictureNanos;

    /**
     * Opens a device or file. May block for as long as the system takes.
     *
     * @throws AvException with FFmpeg's code, and nothing left open
     */
    static AvReader open(AvInput input) throws AvException {
        AvReader reader = new AvReader(input.isDevice());
        try {
            reader.openInput(input);
            reader.openDecoder(input.url());
            return reader;
        } catch (AvException e) {
            reader.close();
            throw e;
        }
    }

    private AvReader(boolean device) {
        this.device = device;
    }

    /** Returns the picture that {@link #next} read; the same object each time. */
    AVFrame frame() {
        return frame;
    }

    /** Returns by how many degrees the pictures are to be turned clockwise: 0, 90, 180 or 270. */
    int rotation() {
        return rotation;
    }

    /** Returns when the picture is due on the stream's own clock, or {@link Long#MIN_VALUE} if it does not say. */
    long nanos() {
        long pts = frame.best_effort_timestamp();
        return pts == AV_NOPTS_VALUE ? Long.MIN_VALUE : (long) (pts * tickNanos);
    }

    /** Returns how long a picture of the stream is shown on average. */
    long pictureNanos() {
        return pictureNanos;
    }

    /**
     * Reads the next picture; damaged ones are left out. Waits for a file, not for a device.
     *
     * @return {@link #PICTURE}, {@link #END}, {@link #NOT_YET} or another of FFmpeg's negative codes
     */
    int next() {
        while (true) {
            int result = avcodec_receive_frame(decoder, frame);
            if (result >= 0) {
                return PICTURE;
            }
            if (result != NOT_YET && result != AVERROR_INVALIDDATA()) {
                return result;
            }
            result = feedDecoder();
            if (result < 0) {
                return result;
            }
        }
    }

    /** Goes back to the first picture. */
    int rewind() {
        int result = av_seek_frame(format, stream, 0, AVSEEK_FLAG_BACKWARD);
        avcodec_flush_buffers(decoder);
        return result;
    }

    @Override
    public void close() {
        if (decoder != null) {
            avcodec_free_context(decoder);
        }
        if (opened) {
            avformat_close_input(format);
        } else if (!handedOver) {
            avformat_free_context(format);
        }
        av_packet_free(packet);
        av_frame_free(frame);
    }

    private int feedDecoder() {
        int result = av_read_frame(format, packet);
        if (result == END && !device) {
            avcodec_send_packet(decoder, null);
            return PICTURE;
        }
        if (result < 0) {
            return result;
        }
        if (packet.stream_index() == stream) {
            // What the decoder cannot read it says again of the next picture that it can; the loss is one picture.
            avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
        return PICTURE;
    }

    private void openInput(AvInput input) throws AvException {
        AVInputFormat inputFormat = null;
        if (input.isDevice()) {
            avdevice_register_all();
            inputFormat = av_find_input_format(input.format());
            if (inputFormat == null) {
                throw new AvException(input.toString(), AVERROR_DEMUXER_NOT_FOUND());
            }
            format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        }
        AVDictionary options = new AVDictionary(null);
        try {
            input.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
            // A failure frees the context.
            handedOver = true;
            check(input.url(), avformat_open_input(format, input.url(), inputFormat, options));
            opened = true;
        } finally {
            av_dict_free(options);
        }
        if (!input.isDevice()) {
            check(input.url(), avformat_find_stream_info(format, (PointerPointer<?>) null));
        }
    }

    private void openDecoder(String url) throws AvException {
        stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        check(url, stream);
        AVStream chosen = format.streams(stream);
        AVCodecParameters parameters = chosen.codecpar();
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new AvException(url, AVERROR_DECODER_NOT_FOUND());
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        decoder = context;
        check(url, avcodec_parameters_to_context(context, parameters));
        context.pkt_timebase(chosen.time_base());
        context.thread_count(device ? 1 : MAX_THREADS);
        check(url, avcodec_open2(context, codec, (PointerPointer<?>) null));
        AVRational tick = chosen.time_base();
        tickNanos = NANOS * tick.num() / tick.den();
        AVRational rate = chosen.avg_frame_rate();
        pictureNanos = rate.num() > 0 && rate.den() > 0 ? (long) (NANOS * rate.den() / rate.num()) : 40_000_000L;
        rotation = rotation(parameters);
    }

    private static int rotation(AVCodecParameters parameters) {
        AVPacketSideData matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null) {
            return 0;
        }
        double counterClockwise = av_display_rotation_get(new IntPointer((Pointer) matrix.data()));
        return Double.isNaN(counterClockwise) ? 0 : Math.floorMod(-Math.round(counterClockwise / 90) * 90, 360);
    }

    private static void check(String url, int result) throws AvException {
        if (result < 0) {
            throw new AvException(url, result);
        }
    }
}
