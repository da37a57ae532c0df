package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.packet.Packet;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.message.MessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket that a TURN server lends: every peer gets a channel (RFC 8656 section 12), which is also its permission, so
 * that a packet of the owner's goes out and comes in with four bytes in front of it and nothing else. Checks wait for
 * their channel.
 */
final class RelaySocket extends DatagramReadSocket {
    private static final int MAX_CHANNELS = 256;
    private static final int MAX_CHECKS = 64;
    /** Before the permission ends after 5 minutes, and the channel after 10. */
    private static final Duration REBIND = Duration.ofMinutes(4);

    private static final DatagramPacket END = new DatagramPacket(new byte[0], 0);

    private final TransportAddress relayed;
    private final ServerLink link;
    private final TurnRequests requests;
    private final Inbound inbound;
    private final Scheduler scheduler;
    private final Executor background;
    private final Map<InetSocketAddress, TurnChannel> channels = new ConcurrentHashMap<>();
    private volatile TurnChannel[] byNumber = {};
    private final BlockingQueue<DatagramPacket> checks = new ArrayBlockingQueue<>(MAX_CHECKS);
    private volatile boolean closed;

    RelaySocket(
            TransportAddress relayed,
            ServerLink link,
            TurnRequests requests,
            Inbound inbound,
            Scheduler scheduler,
            Executor background)
            throws SocketException {
        this.relayed = relayed;
        this.link = link;
        this.requests = requests;
        this.inbound = inbound;
        this.scheduler = scheduler;
        this.background = background;
        link.onData(this::received);
    }

    @Override
    public boolean send(Packet packet, InetSocketAddress to) {
        TurnChannel channel = channels.get(to);
        if (channel == null || !channel.isBound() || packet.offset() < TurnChannel.HEADER) {
            return false;
        }
        int start = packet.offset() - TurnChannel.HEADER;
        channel.writeHeader(packet.bytes(), start, packet.length());
        return link.send(packet.bytes(), start, framed(packet.length()));
    }

    /** Sends a check for ice4j, now or as soon as there is a channel. */
    @Override
    public void send(DatagramPacket check) {
        TurnChannel channel = channel(new InetSocketAddress(check.getAddress(), check.getPort()));
        if (channel == null) {
            return;
        }
        byte[] message = new byte[framed(check.getLength())];
        System.arraycopy(check.getData(), check.getOffset(), message, TurnChannel.HEADER, check.getLength());
        channel.writeHeader(message, 0, check.getLength());
        if (!channel.keep(message)) {
            link.send(message, 0, message.length);
        }
    }

    private int framed(int length) {
        int frame = length + TurnChannel.HEADER;
        return link.isPadded() ? (frame + 3) & ~3 : frame;
    }

    private synchronized @Nullable TurnChannel channel(InetSocketAddress peer) {
        TurnChannel known = channels.get(peer);
        if (known != null || closed || byNumber.length == MAX_CHANNELS) {
            return known;
        }
        TurnChannel channel = new TurnChannel(peer, TurnChannel.FIRST_NUMBER + byNumber.length);
        TurnChannel[] more = Arrays.copyOf(byNumber, byNumber.length + 1);
        more[byNumber.length] = channel;
        byNumber = more;
        channels.put(peer, channel);
        background.execute(() -> bind(channel));
        return channel;
    }

    private void bind(TurnChannel channel) {
        TransportAddress peer = new TransportAddress(channel.peer, Transport.UDP);
        requests.send(
                id -> MessageFactory.createChannelBindRequest((char) channel.number, peer, id),
                TurnRequests.outcome(response -> bound(channel), error -> channel.unbind()));
    }

    private void bound(TurnChannel channel) {
        byte[] waiting = channel.bind();
        if (waiting != null) {
            link.send(waiting, 0, waiting.length);
        }
        synchronized (this) {
            if (!closed) {
                channel.rebind(scheduler.schedule(REBIND, () -> background.execute(() -> bind(channel))));
            }
        }
    }

    /** Takes ChannelData messages and Data indications off the server's connection. */
    private void received(Packet packet) {
        InetSocketAddress peer = RelayedData.unwrap(packet, byNumber);
        if (peer == null || closed) {
            packet.release();
        } else if (!StunBytes.looksLikeStun(packet.bytes(), packet.offset(), packet.length())) {
            inbound.media(packet, peer.getAddress(), peer.getPort());
        } else {
            if (inbound.isForIce4j(packet, peer.getAddress(), peer.getPort())) {
                int end = packet.offset() + packet.length();
                byte[] copy = Arrays.copyOfRange(packet.bytes(), packet.offset(), end);
                checks.offer(new DatagramPacket(copy, copy.length, peer)); // a check that is lost is sent again
            }
            packet.release();
        }
    }

    @Override
    public void receive(DatagramPacket stun) throws ClosedChannelException {
        reader.enter();
        try {
            DatagramPacket check = checks.take();
            if (closed) {
                checks.offer(END);
                throw new ClosedChannelException();
            }
            System.arraycopy(check.getData(), 0, stun.getData(), stun.getOffset(), check.getLength());
            stun.setLength(check.getLength());
            stun.setSocketAddress(check.getSocketAddress());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedChannelException();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        channels.values().forEach(TurnChannel::unbind);
        checks.clear();
        checks.offer(END);
    }

    @Override
    InetSocketAddress local() {
        return relayed;
    }
}
