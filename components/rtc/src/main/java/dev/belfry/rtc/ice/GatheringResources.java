package dev.belfry.rtc.ice;

import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ice4j.stack.StunStack;

/** What the gathering of one round opened, at this machine and at servers, until it is closed. Thread-safe. */
final class GatheringResources {
    private final StunStack stack;
    private final List<ReadSocket> sockets = new ArrayList<>();
    private final List<TurnRequests> requests = new ArrayList<>();
    private final List<TurnAllocation> allocations = new ArrayList<>();
    private boolean closed;

    GatheringResources(StunStack stack) {
        this.stack = stack;
    }

    /** Gives a socket to ice4j, or closes it if it comes too late. */
    boolean register(ReadSocket socket) {
        synchronized (this) {
            if (!closed) {
                sockets.add(socket);
                stack.addSocket(socket);
                return true;
            }
        }
        socket.close();
        return false;
    }

    /** Returns what sends requests to a server. */
    synchronized TurnRequests requests(ServerLink link, IceServer server) {
        TurnRequests made = new TurnRequests(stack, link, server);
        requests.add(made);
        return made;
    }

    /** Returns an allocation at a TURN server, to be made. */
    synchronized TurnAllocation allocation(TurnRequests to, ServerLink link, Scheduler scheduler, Executor background) {
        TurnAllocation made = new TurnAllocation(to, link, scheduler, background);
        allocations.add(made);
        return made;
    }

    /** Gives the relays' addresses back; completes when that is done. Sockets opened from now on are closed at once. */
    synchronized CompletableFuture<Void> release() {
        closed = true;
        return CompletableFuture.allOf(
                allocations.stream().map(TurnAllocation::release).toArray(CompletableFuture[]::new));
    }

    /** Closes the sockets and waits for the ends of the threads that read them. */
    void close() {
        List<ReadSocket> opened;
        synchronized (this) {
            closed = true;
            requests.forEach(TurnRequests::close);
            opened = List.copyOf(sockets);
        }
        opened.forEach(ReadSocket::close);
        opened.forEach(socket -> socket.reader.join());
    }
}
