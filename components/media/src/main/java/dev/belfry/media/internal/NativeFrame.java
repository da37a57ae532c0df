package dev.belfry.media.internal;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.belfry.frame.VideoFrame;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose planes are those of an {@link AVFrame}, so that FFmpeg reads and writes it without a copy. It is made
 * by a pool and used again and again; converting, encoding and decoding into it allocates nothing in the Java heap.
 *
 * @since 0.1
 */
public final class NativeFrame extends VideoFrame {
    private static final int ALIGNMENT = 64;

    /** Where a frame goes after its last release. */
    public interface Home {
        /** Takes the frame back, on the thread of the last release. */
        void giveBack(NativeFrame frame);

        /** Hears that the frame holds so many bytes more (or fewer) of native memory. */
        void bytesChanged(long difference);
    }

    private final Home home;
    private final AVFrame av;
    private final PointerPointer<?> planes;
    private final LongPointer addresses;
    private final IntPointer strides;
    private final @Nullable ByteBuffer[] buffers = new ByteBuffer[3];
    private int width;
    private int height;
    private boolean adopted;
    private long bytes;

    /** Creates a frame without planes; for pools. */
    public NativeFrame(Home home) {
        this.home = home;
        this.av = Objects.requireNonNull(av_frame_alloc(), "no native memory for a frame");
        this.planes = av.data();
        this.addresses = new LongPointer(planes);
        this.strides = av.linesize();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** {@inheritDoc} Made at the first call for each picture: code that runs for every picture uses {@link #planes}. */
    @Override
    public synchronized ByteBuffer plane(int index) {
        ByteBuffer buffer = buffers[index];
        if (buffer == null) {
            int columns = index == 0 ? width : (width + 1) / 2;
            int rows = index == 0 ? height : (height + 1) / 2;
            BytePointer first = av.data(index);
            buffer = first.capacity((long) av.linesize(index) * (rows - 1) + columns)
                    .asByteBuffer();
            buffers[index] = buffer;
        }
        return buffer;
    }

    @Override
    public int stride(int index) {
        return av.linesize(Objects.checkIndex(index, 3));
    }

    /** Returns the frame behind this picture; whoever holds the picture may read it. */
    public AVFrame avFrame() {
        return av;
    }

    /** Returns the addresses of the planes; the pointer is the same for ever, what it points to changes. */
    public PointerPointer<?> planes() {
        return planes;
    }

    /** Returns the addresses of the planes as numbers, in the same memory as {@link #planes}. */
    public LongPointer addresses() {
        return addresses;
    }

    /** Returns the strides of the planes; the pointer is the same for ever, what it points to changes. */
    public IntPointer strides() {
        return strides;
    }

    /** Gives the frame planes of its own of this size, unless it has them; for pools. */
    public void allocate(int newWidth, int newHeight) {
        if (!adopted && width == newWidth && height == newHeight) {
            return;
        }
        clear();
        av.format(AV_PIX_FMT_YUV420P).width(newWidth).height(newHeight);
        int result = av_frame_get_buffer(av, ALIGNMENT);
        if (result < 0) {
            av_frame_unref(av);
            throw new IllegalStateException(
                    "no picture of " + newWidth + "x" + newHeight + ": " + Natives.message(result));
        }
        setSize(newWidth, newHeight);
    }

    /**
     * Takes over the planes of another frame, which is empty afterwards; for decoders.
     *
     * @param decoded a frame in I420
     */
    public void adopt(AVFrame decoded) {
        clear();
        av_frame_move_ref(av, decoded);
        adopted = true;
        setSize(av.width(), av.height());
    }

    /** Returns whether the planes came from a decoder, and so go back to it with the last release. */
    public boolean isAdopted() {
        return adopted;
    }

    /** Lets go of the planes; for pools. */
    public void clear() {
        av_frame_unref(av);
        adopted = false;
        setSize(0, 0);
    }

    /** Makes the frame held once again, with the defaults of a new one; for pools. */
    public void reuse() {
        setColours(Matrix.BT601, Range.LIMITED);
        setRotation(0);
        setTime(0, 0);
        revive();
    }

    /** Frees the native memory; for pools. The frame must not be used afterwards. */
    public void free() {
        clear();
        av_frame_free(av);
    }

    @Override
    protected void recycle() {
        home.giveBack(this);
    }

    private synchronized void setSize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        buffers[0] = null;
        buffers[1] = null;
        buffers[2] = null;
        long chromaRows = (height + 1L) / 2;
        long now = (long) av.linesize(0) * height + chromaRows * ((long) av.linesize(1) + av.linesize(2));
        home.bytesChanged(now - bytes);
        bytes = now;
    }
}
