package dev.belfry.rtc.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/**
 * The socket as the handshake sees it. Records are sent when their flight has ended, which is when an answer is read.
 * Datagrams that come are put into a bounded queue by the socket's thread, and taken out by the handshake's. Once that
 * does not wait any more, an empty queue ends a reading at once.
 */
final class DtlsInbox implements DatagramTransport {
    /** A flight of a browser is at most six datagrams; a flood is dropped. */
    static final int CAPACITY = 64;

    private static final int RECEIVE_LIMIT = 1500;

    private final FlightPacker out;
    private final CipherChangeGate gate;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> datagrams = new ArrayDeque<>();
    private boolean waiting = true;
    private boolean closed;

    DtlsInbox(DatagramOut out, CipherChangeGate gate) {
        this.out = new FlightPacker(out);
        this.gate = gate;
    }

    /** Takes a copy of a datagram, or drops it if there are too many or it is too long. */
    boolean offer(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            if (closed || datagrams.size() == CAPACITY || length > RECEIVE_LIMIT) {
                return false;
            }
            datagrams.addLast(Arrays.copyOfRange(bytes, offset, offset + length));
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the last flight; from now on nobody waits in {@link #receive}, which takes what is there. */
    void stopWaiting() {
        out.flush();
        lock.lock();
        try {
            waiting = false;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return datagrams.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the reading by this side's wish: whoever waits is let go. */
    void cancel() {
        lock.lock();
        try {
            closed = true;
            datagrams.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        out.flush();
        byte[] datagram = take(waitMillis);
        if (datagram == null) {
            return -1;
        }
        int count = Math.min(length, gate.passable(datagram));
        System.arraycopy(datagram, 0, buffer, offset, count);
        return count;
    }

    private byte @Nullable [] take(int waitMillis) throws IOException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        lock.lock();
        try {
            while (datagrams.isEmpty() && !closed && waiting && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (closed) {
                throw new TlsFatalAlert(AlertDescription.user_canceled);
            }
            if (datagrams.isEmpty() && !waiting) {
                throw new InterruptedIOException("all is read");
            }
            return datagrams.pollFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TlsFatalAlert(AlertDescription.user_canceled, e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return FlightPacker.LIMIT;
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        out.add(buffer, offset, length);
    }

    /** The protocol has ended with what it said last; the owner of the socket closes it. */
    @Override
    public void close() {
        out.flush();
        lock.lock();
        try {
            closed = true;
            datagrams.clear();
        } finally {
            lock.unlock();
        }
    }
}
