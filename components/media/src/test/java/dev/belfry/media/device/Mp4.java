package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;

import dev.belfry.frame.VideoFrame;
import dev.belfry.media.Clip;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes films of one colour, MPEG-4 in BT.709 in an MP4 file. */
final class Mp4 {
    private static final int MATRIX_BYTES = 36;

    private Mp4() {}

    /** Writes a film to be turned clockwise by {@code rotation} degrees. */
    static Path write(Path file, int width, int height, int fps, int pictures, int rotation, int rgb) throws Exception {
        Natives.load();
        AVFormatContext format = new AVFormatContext(null);
        check(avformat_alloc_output_context2(format, null, "mp4", file.toString()));
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
        AVCodecContext encoder = avcodec_alloc_context3(codec);
        encoder.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).colorspace(AVCOL_SPC_BT709);
        encoder.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        encoder.time_base().num(1).den(fps);
        encoder.bit_rate(4_000_000).gop_size(2);
        check(avcodec_open2(encoder, codec, (PointerPointer<?>) null));
        AVStream stream = avformat_new_stream(format, null);
        stream.time_base().num(1).den(fps);
        stream.avg_frame_rate().num(fps).den(1);
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        AVPacketSideData matrix = av_packet_side_data_new(
                stream.codecpar().coded_side_data(),
                new IntPointer(1).put(0),
                AV_PKT_DATA_DISPLAYMATRIX,
                MATRIX_BYTES,
                0);
        stream.codecpar().coded_side_data(matrix).nb_coded_side_data(1);
        av_display_rotation_set(new IntPointer(matrix.data()), rotation);
        AVIOContext io = new AVIOContext(null);
        check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
        format.pb(io);
        check(avformat_write_header(format, (AVDictionary) null));
        writePictures(format, encoder, stream, pictures, rgb);
        check(av_write_trailer(format));
        avcodec_free_context(encoder);
        avio_closep(io);
        avformat_free_context(format);
        return file;
    }

    private static void writePictures(
            AVFormatContext format, AVCodecContext encoder, AVStream stream, int pictures, int rgb) {
        AVPacket packet = av_packet_alloc();
        try (NativeFramePool pool = new NativeFramePool()) {
            for (int i = 0; i <= pictures; i++) {
                if (i < pictures) {
                    NativeFrame frame = Clip.plain(
                            pool,
                            encoder.width(),
                            encoder.height(),
                            rgb,
                            VideoFrame.Matrix.BT709,
                            VideoFrame.Range.LIMITED);
                    frame.avFrame().pts(i);
                    check(avcodec_send_frame(encoder, frame.avFrame()));
                    frame.release();
                } else {
                    check(avcodec_send_frame(encoder, null));
                }
                while (avcodec_receive_packet(encoder, packet) >= 0) {
                    av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
                    check(av_interleaved_write_frame(format, packet));
                }
            }
        }
        av_packet_free(packet);
    }

    private static void check(int result) {
        assertThat(result).as(() -> Natives.message(result)).isNotNegative();
    }
}
