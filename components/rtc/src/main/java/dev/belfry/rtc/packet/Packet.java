package dev.belfry.rtc.packet;

import dev.belfry.frame.Releasable;
import java.util.Objects;

/**
 * The bytes of one datagram, in an array that is reused. It has room before its bytes for what a lower layer puts in
 * front, and behind them for an authentication tag. One owner at a time; not thread-safe.
 *
 * @since 0.1
 */
public final class Packet extends Releasable {
    /** How many bytes a datagram may have: what passes any path that carries 1,500 byte frames. */
    public static final int MAX_LENGTH = 1500;

    private static final int FRONT = 64;
    private static final int BACK = 64;

    private final PacketPool pool;
    private final byte[] bytes = new byte[FRONT + MAX_LENGTH + BACK];
    private int offset = FRONT;
    private int length;
    private long arrivalNanos;

    Packet(PacketPool pool) {
        this.pool = pool;
    }

    /** Returns the whole array; the packet's bytes are those from {@link #offset()}, {@link #length()} of them. */
    public byte[] bytes() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Returns the index after the last byte. */
    public int end() {
        return offset + length;
    }

    /**
     * Says where the packet's bytes are.
     *
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public void range(int newOffset, int newLength) {
        Objects.checkFromIndexSize(newOffset, newLength, bytes.length);
        offset = newOffset;
        length = newLength;
    }

    /** Makes the packet empty, to be filled from the usual place. */
    public void clear() {
        offset = FRONT;
        length = 0;
    }

    /**
     * Takes a copy of these bytes.
     *
     * @return false, with nothing changed, if there are more than {@link #MAX_LENGTH}
     */
    public boolean set(byte[] from, int start, int count) {
        if (count > MAX_LENGTH) {
            return false;
        }
        clear();
        System.arraycopy(from, start, bytes, offset, count);
        length = count;
        return true;
    }

    /** Returns when the packet came, on the connection's clock; zero for one to be sent. */
    public long arrivalNanos() {
        return arrivalNanos;
    }

    public void arrivedAt(long nanos) {
        arrivalNanos = nanos;
    }

    @Override
    protected void recycle() {
        pool.giveBack(this);
    }

    void reuse() {
        clear();
        arrivalNanos = 0;
        revive();
    }
}
