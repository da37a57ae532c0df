package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.jspecify.annotations.Nullable;

/**
 * A TURN server reached over TCP or TLS (RFC 8656 section 3.1). Frames are written by the background executor, so that a
 * slow connection blocks nobody; what does not fit into the queue is lost, as on any slow path.
 */
final class TcpServer extends ReadSocket implements ServerLink {
    private static final Logger LOG = System.getLogger(TcpServer.class.getName());
    private static final int MAX_QUEUED = 128;
    private static final int FRAME_HEADER = 4;

    private final TcpConnection connection;
    private final TransportAddress local;
    private final TransportAddress server;
    private final InputStream in;
    private final OutputStream out;
    private final Inbound inbound;
    private final Executor background;
    private final Deque<Packet> queue = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;
    private volatile Consumer<Packet> receiver = Packet::release;

    /** Takes a connection over. */
    TcpServer(TcpConnection connection, Inbound inbound, Executor background) throws IOException {
        this.connection = connection;
        this.inbound = inbound;
        this.background = background;
        Socket socket = connection.socket();
        local = new TransportAddress(socket.getLocalAddress(), socket.getLocalPort(), Transport.TCP);
        server = new TransportAddress(socket.getInetAddress(), socket.getPort(), Transport.TCP);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    @Override
    public void receive(DatagramPacket stun) throws IOException {
        reader.enter();
        while (true) {
            Packet packet = inbound.take();
            boolean kept = false;
            try {
                readFrame(packet);
                if (!StunBytes.looksLikeStun(packet.bytes(), packet.offset(), packet.length())
                        || UdpServer.isData(packet)) {
                    kept = true;
                    receiver.accept(packet);
                } else if (inbound.isAwaited(packet)) {
                    copy(packet, server, stun);
                    return;
                }
            } finally {
                if (!kept) {
                    packet.release();
                }
            }
        }
    }

    /** Reads one STUN message or ChannelData message, whose padding is left out. */
    private void readFrame(Packet packet) throws IOException {
        packet.clear();
        byte[] bytes = packet.bytes();
        int start = packet.offset();
        fill(bytes, start, FRAME_HEADER);
        boolean stun = (bytes[start] & 0xC0) == 0;
        int length = Bytes.u16(bytes, start + 2) + (stun ? StunBytes.HEADER : FRAME_HEADER);
        int padded = (length + 3) & ~3;
        if (padded > Packet.MAX_LENGTH + FRAME_HEADER) {
            throw new ClosedChannelException(); // out of step for good
        }
        fill(bytes, start + FRAME_HEADER, padded - FRAME_HEADER);
        packet.range(start, length);
    }

    private void fill(byte[] bytes, int from, int count) throws IOException {
        if (in.readNBytes(bytes, from, count) < count) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void send(DatagramPacket packet) {
        send(packet.getData(), packet.getOffset(), packet.getLength());
    }

    @Override
    public boolean send(byte[] bytes, int offset, int length) {
        Packet packet = inbound.take();
        if (!packet.set(bytes, offset, length) || !enqueue(packet)) {
            packet.release();
            return false;
        }
        return true;
    }

    private boolean enqueue(Packet packet) {
        synchronized (queue) {
            if (closed || queue.size() == MAX_QUEUED) {
                return false;
            }
            queue.add(packet);
            if (writing) {
                return true;
            }
            writing = true;
        }
        background.execute(this::write);
        return true;
    }

    private void write() {
        for (Packet packet = nextToWrite(); packet != null; packet = nextToWrite()) {
            try {
                out.write(packet.bytes(), packet.offset(), packet.length());
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The connection to a TURN server is gone", e);
                close();
            } finally {
                packet.release();
            }
        }
    }

    private @Nullable Packet nextToWrite() {
        synchronized (queue) {
            Packet packet = queue.poll();
            writing = packet != null;
            return packet;
        }
    }

    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.forEach(Packet::release);
            queue.clear();
        }
        try {
            connection.wire().close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket did not close", e);
        }
    }

    @Override
    public TransportAddress local() {
        return local;
    }

    @Override
    public TransportAddress server() {
        return server;
    }

    @Override
    public void onData(Consumer<Packet> newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public boolean isPadded() {
        return true;
    }

    @Override
    public Socket getTCPSocket() {
        return connection.socket();
    }

    @Override
    public @Nullable DatagramSocket getUDPSocket() {
        return null;
    }
}
