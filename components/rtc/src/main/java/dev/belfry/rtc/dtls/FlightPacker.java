package dev.belfry.rtc.dtls;

/**
 * Puts the records of a flight into as few datagrams as they fit (RFC 6347 section 4.2.3): each datagram is one more that
 * may be lost, and then the whole flight is sent again. Used by one thread at a time.
 */
final class FlightPacker {
    /** What passes all but the strangest paths, with the headers of UDP, IP and TURN. */
    static final int LIMIT = 1200;

    private final DatagramOut out;
    private final byte[] datagram = new byte[LIMIT];
    private int length;

    FlightPacker(DatagramOut out) {
        this.out = out;
    }

    /** Adds a record, which is not longer than the limit. */
    void add(byte[] bytes, int offset, int count) {
        if (length + count > LIMIT) {
            flush();
        }
        System.arraycopy(bytes, offset, datagram, length, count);
        length += count;
    }

    /** Sends what there is: the flight has ended. */
    void flush() {
        if (length > 0) {
            int count = length;
            length = 0;
            out.send(datagram, 0, count);
        }
    }
}
