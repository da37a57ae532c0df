package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.hub.service.Attachments.Attachment;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * This process among those that share a store: vouches for the devices attached to it, and releases those of nodes that
 * died. A node is believed for half a lease; a device of a dead node then has the other half to come back.
 */
final class Node {
    private static final Logger LOGGER = System.getLogger(Node.class.getName());
    private static final int BEATS_PER_LEASE = 6;

    private final String name;
    private final HubStore store;
    private final Lines lines;
    private final Scheduler clock;
    private final Duration lease;
    private final Attachments attachments = new Attachments();
    private volatile @Nullable Instant nextBeat;
    private volatile Instant believedUntil = Instant.MIN;

    Node(String name, HubStore store, Lines lines, Scheduler clock, Duration lease) {
        this.name = name;
        this.store = store;
        this.lines = lines;
        this.clock = clock;
        this.lease = lease;
    }

    /** A connection of a device came here; returns the number of its user's latest event when its start was greeted. */
    long attach(Device device, long start) throws CallException {
        if (!clock.now().isBefore(believedUntil)) {
            beat();
        }
        Attachment attachment = new Attachment(device, start);
        attachments.add(attachment);
        try {
            return lines.attach(device, start, name);
        } catch (CallException refused) {
            attachments.remove(attachment);
            throw refused;
        }
    }

    void detach(Device device, long start) throws CallException {
        if (attachments.remove(new Attachment(device, start))) {
            lines.detach(device, start, name);
        }
    }

    /** Vouches, if it is time to; returns when it will be time again. */
    Instant beatIfDue() throws CallException {
        Instant next = nextBeat;
        return next == null || !clock.now().isBefore(next) ? beat() : next;
    }

    private Instant beat() throws CallException {
        Instant now = clock.now();
        Instant until = now.plus(lease.dividedBy(2));
        boolean known = store.transact(in -> in.vouch(name, until));
        believedUntil = until;
        for (Attachment held : known ? missed() : attachments.all()) {
            lines.attach(held.device(), held.start(), name);
        }
        releaseDead(now, until);
        Instant next = now.plus(lease.dividedBy(BEATS_PER_LEASE));
        nextBeat = next;
        return next;
    }

    /**
     * Returns what is held here and counts as gone: an earlier connection of the device came late to another node, which
     * took it over, and went again there.
     */
    private List<Attachment> missed() throws CallException {
        return store.read(StoreTransaction::leased).stream()
                .map(line -> new Attachment(line.device(), line.start()))
                .filter(attachments::has)
                .toList();
    }

    /** Gives up every device held here: each has a lease to come back in. Others find out if the store is away. */
    void retire() {
        Instant now = clock.now();
        try {
            store.transact(in -> in.vouch(name, now));
            releaseDead(now, now.plus(lease));
        } catch (CallException unavailable) {
            LOGGER.log(Logger.Level.WARNING, "The hub could not take leave of its store", unavailable);
        }
    }

    private void releaseDead(Instant now, Instant leaseUntil) throws CallException {
        store.transact(in -> in.releaseDead(now, leaseUntil));
    }
}
