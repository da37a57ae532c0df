package dev.belfry.frame;

import java.nio.ByteBuffer;

/**
 * One encoded picture or 20 ms of encoded sound. Pooled: one {@link EncodedFramePool} makes it, fills nothing in
 * itself; the encoder does, before anyone else sees it.
 *
 * @since 0.1
 */
public final class EncodedFrame extends Releasable {
    private final EncodedFramePool pool;
    private ByteBuffer data;
    private Codec codec = Codec.OPUS;
    private boolean keyFrame;
    private long timestamp;
    private long captureNanos;
    private long sequence;

    EncodedFrame(EncodedFramePool pool, int capacity) {
        this.pool = pool;
        this.data = ByteBuffer.allocateDirect(capacity);
    }

    /**
     * Prepares the frame for an encoder to fill; for the one who fills it.
     *
     * @param size how many bytes will follow
     * @return the buffer to put them into, empty, with that many bytes free; flip it when done
     */
    public ByteBuffer start(int size) {
        if (data.capacity() < size) {
            data = ByteBuffer.allocateDirect(Math.max(size, data.capacity() * 2));
        }
        data.clear().limit(size);
        return data;
    }

    /** Describes the frame; for the one who fills it. The timestamp counts ticks of {@link Codec#clockRate()}. */
    public void describe(Codec newCodec, boolean isKeyFrame, long newTimestamp, long newCaptureNanos, long number) {
        this.codec = newCodec;
        this.keyFrame = isKeyFrame;
        this.timestamp = newTimestamp;
        this.captureNanos = newCaptureNanos;
        this.sequence = number;
    }

    /** Returns the bytes from position to limit; do not move its position, take {@link ByteBuffer#get(int)} forms. */
    public ByteBuffer data() {
        return data;
    }

    public Codec codec() {
        return codec;
    }

    public MediaKind kind() {
        return codec.kind();
    }

    /** Returns whether a decoder can start here; always true for sound. */
    public boolean isKeyFrame() {
        return keyFrame;
    }

    /** Returns the media time in ticks of the codec's clock. */
    public long timestamp() {
        return timestamp;
    }

    /** Returns when its picture or sound was taken, on the clock of {@link System#nanoTime()} of the sender. */
    public long captureNanos() {
        return captureNanos;
    }

    /** Returns the number of the frame in its stream, rising by one. */
    public long sequence() {
        return sequence;
    }

    @Override
    protected void recycle() {
        pool.giveBack(this);
    }

    void reuse() {
        revive();
    }
}
