package dev.belfry.rtc.ice;

import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.RtcException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.XorMappedAddressAttribute;
import org.ice4j.ice.CandidateExtendedType;
import org.ice4j.ice.Component;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.ServerReflexiveCandidate;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Response;
import org.ice4j.stack.StunStack;
import org.jspecify.annotations.Nullable;

/**
 * Finds the local candidates of one round (RFC 8445 section 5.1): its sockets, and what the servers say. Runs on the
 * background executor; each server's answer comes on a thread of ice4j.
 */
final class Gathering {
    private static final int MAX_URLS = 16;

    private final IceEnvironment environment;
    private final Component component;
    private final Inbound inbound;
    private final Listener listener;
    private final AtomicInteger unfinished = new AtomicInteger(1);
    private final GatheringResources resources;

    /** Hears of candidates, on any thread. */
    interface Listener {
        void found(LocalCandidate candidate, @Nullable InetSocketAddress related);

        void finished();

        void failed(RtcException error);
    }

    Gathering(IceEnvironment environment, StunStack stack, Component component, Inbound inbound, Listener listener) {
        this.environment = environment;
        this.component = component;
        this.inbound = inbound;
        this.listener = listener;
        resources = new GatheringResources(stack);
    }

    /** Opens sockets and asks the servers; returns once all have been asked. */
    void run() {
        List<SocketCandidate> hosts = openHosts();
        environment.options().servers().stream()
                .flatMap(server -> server.urls().stream().map(url -> new Ask(server, url)))
                .limit(MAX_URLS)
                .forEach(ask -> ask(ask, hosts));
        finishedOne();
    }

    private record Ask(IceServer server, String url) {}

    private boolean relayOnly() {
        return environment.options().policy() == IceTransportPolicy.RELAY;
    }

    private List<SocketCandidate> openHosts() {
        List<SocketCandidate> hosts = new ArrayList<>();
        try {
            for (InetAddress address : LocalAddresses.of(environment.options().network())) {
                openHost(address, hosts);
            }
        } catch (SocketException e) {
            listener.failed(new RtcException(RtcException.Reason.UNAVAILABLE, "no interfaces are told", e));
        }
        return hosts;
    }

    private void openHost(InetAddress address, List<SocketCandidate> hosts) {
        try {
            UdpSocket socket = new UdpSocket(address, inbound, !relayOnly());
            if (resources.register(socket)) {
                SocketCandidate host = new SocketCandidate(socket, component);
                hosts.add(host);
                if (!relayOnly()) {
                    publish(host, null);
                }
            }
        } catch (IOException e) {
            listener.failed(new RtcException(RtcException.Reason.UNAVAILABLE, "no socket at " + address, e));
        }
    }

    private void publish(LocalCandidate candidate, @Nullable InetSocketAddress related) {
        if (component.addLocalCandidate(candidate)) {
            listener.found(candidate, related);
        }
    }

    private void ask(Ask ask, List<SocketCandidate> hosts) {
        try {
            ServerUrl url = ServerUrl.parse(ask.url());
            if (!url.turn() && relayOnly()) {
                return;
            }
            InetAddress address = InetAddress.getByName(url.host());
            if (url.tcp()) {
                askOverTcp(ask.server(), TcpConnection.open(url, address, environment.tls()));
            } else {
                TransportAddress server = new TransportAddress(address, url.port(), Transport.UDP);
                hosts.stream()
                        .filter(host -> canReach(host.getTransportAddress(), server))
                        .forEach(host -> askOverUdp(ask.server(), url.turn(), server, host));
            }
        } catch (IOException e) {
            listener.failed(new RtcException(RtcException.Reason.UNAVAILABLE, "no way to " + ask.url(), e));
        } catch (RtcException e) {
            listener.failed(e);
        }
    }

    private static boolean canReach(TransportAddress from, TransportAddress to) {
        return from.isIPv6() == to.isIPv6()
                && from.getAddress().isLoopbackAddress() == to.getAddress().isLoopbackAddress();
    }

    private void askOverUdp(IceServer server, boolean turn, TransportAddress address, SocketCandidate host) {
        UdpServer link = new UdpServer(host.socket(), address);
        host.socket().addServer(link);
        TurnRequests to = resources.requests(link, server);
        unfinished.incrementAndGet();
        if (turn) {
            allocate(link, to, host);
        } else {
            to.send(
                    id -> MessageFactory.createBindingRequest(),
                    TurnRequests.outcome(response -> reflexive(response, host, address), this::failedOne));
        }
    }

    private void askOverTcp(IceServer server, TcpConnection connection) throws IOException {
        try {
            TcpServer link = new TcpServer(connection, inbound, environment.background());
            if (resources.register(link)) {
                unfinished.incrementAndGet();
                allocate(link, resources.requests(link, server), null);
            }
        } catch (IOException e) {
            connection.wire().close();
            throw e;
        }
    }

    private void reflexive(Response response, SocketCandidate host, TransportAddress server) {
        if (response.getAttribute(Attribute.XOR_MAPPED_ADDRESS) instanceof XorMappedAddressAttribute mapped) {
            reflexive(mapped.getAddress(response.getTransactionID()), host, server);
        }
        finishedOne();
    }

    private void reflexive(TransportAddress mapped, SocketCandidate host, TransportAddress server) {
        publish(
                new ServerReflexiveCandidate(
                        mapped, host, server, CandidateExtendedType.STUN_SERVER_REFLEXIVE_CANDIDATE),
                host.getTransportAddress());
    }

    private void allocate(ServerLink link, TurnRequests to, @Nullable SocketCandidate host) {
        TurnAllocation allocation = resources.allocation(to, link, environment.scheduler(), environment.background());
        allocation.allocate(new TurnAllocation.Listener() {
            @Override
            public void allocated(TransportAddress relayed, @Nullable TransportAddress mapped) {
                if (mapped != null && host != null && !relayOnly()) {
                    reflexive(mapped, host, link.server());
                }
                relay(relayed, mapped, link, to);
                finishedOne();
            }

            @Override
            public void failed(RtcException error) {
                failedOne(error);
            }
        });
    }

    private void relay(TransportAddress relayed, @Nullable TransportAddress mapped, ServerLink link, TurnRequests to) {
        try {
            RelaySocket socket =
                    new RelaySocket(relayed, link, to, inbound, environment.scheduler(), environment.background());
            if (resources.register(socket)) {
                InetSocketAddress related =
                        mapped == null || relayOnly() ? Candidates.hidden(relayed.getAddress()) : mapped;
                publish(new RelayCandidate(relayed, link.server(), component, socket), related);
            }
        } catch (SocketException e) {
            listener.failed(new RtcException(RtcException.Reason.UNAVAILABLE, "no relay socket", e));
        }
    }

    private void failedOne(RtcException error) {
        listener.failed(error);
        finishedOne();
    }

    private void finishedOne() {
        if (unfinished.decrementAndGet() == 0) {
            listener.finished();
        }
    }

    /** Gives the relays' addresses back; completes when that is done. Sockets opened from now on are closed at once. */
    CompletableFuture<Void> release() {
        return resources.release();
    }

    /** Closes the sockets and waits for the ends of the threads that read them. */
    void close() {
        resources.close();
    }
}
