package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingEvent.Header;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import dev.belfry.hub.service.Batch.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the outbox for one device: only what is for it, numbered, with its age; nothing that no longer rings. */
final class Deliveries {
    private final HubStore store;
    private final Scheduler clock;

    Deliveries(HubStore store, Scheduler clock) {
        this.store = store;
        this.clock = clock;
    }

    Batch since(Device device, long seq) throws CallException {
        return store.read(in -> {
            List<EventEntry> entries = in.events(device.uid(), seq);
            boolean incoming =
                    entries.stream().map(entry -> entry.draft().event()).anyMatch(Deliveries::isIncoming);
            Set<String> ringing = incoming ? ringing(in, device.uid()) : Set.of();
            long since = entries.isEmpty() ? seq : entries.get(0).seq() - 1;
            return batch(since, entries, device, ringing::contains);
        });
    }

    /** Makes a delivery of events that have just been stored: what rings in them does ring. */
    Batch of(Device device, List<EventEntry> entries) {
        return batch(entries.get(0).seq() - 1, entries, device, sessionId -> true);
    }

    private Batch batch(long since, List<EventEntry> entries, Device device, Predicate<String> rings) {
        return new Batch(
                since,
                entries.stream().map(entry -> delivery(entry, device, rings)).toList());
    }

    private Delivery delivery(EventEntry entry, Device device, Predicate<String> rings) {
        boolean mine = entry.draft().audience().includes(device.deviceId());
        return new Delivery(entry.seq(), mine ? dated(entry, rings) : null);
    }

    private @Nullable SignalingEvent dated(EventEntry entry, Predicate<String> rings) {
        SignalingEvent event = entry.draft().event();
        Duration age = Duration.between(entry.draft().at(), clock.now());
        Header from = event.header();
        Header header = new Header(entry.seq(), from.messageId(), from.sessionId(), from.uid(), from.deviceId(), age);
        if (event instanceof CallChanged changed) {
            boolean incoming = isIncoming(changed);
            Duration left = incoming ? changed.ringTimeLeft().minus(age) : Duration.ZERO;
            boolean stale = incoming && (left.isNegative() || left.isZero() || !rings.test(from.sessionId()));
            return stale ? null : new CallChanged(header, changed.change(), changed.call(), left);
        }
        if (event instanceof SignalingEvent.ParticipantJoined joined) {
            return new SignalingEvent.ParticipantJoined(header, joined.participant());
        }
        if (event instanceof SignalingEvent.ParticipantLeft left) {
            return new SignalingEvent.ParticipantLeft(header, left.participant());
        }
        if (event instanceof PeerMessageReceived message) {
            return new PeerMessageReceived(header, message.from(), message.to(), message.message());
        }
        return new SignalingEvent.ParticipantMuted(header, ((SignalingEvent.ParticipantMuted) event).participant());
    }

    private static boolean isIncoming(SignalingEvent event) {
        return event instanceof CallChanged changed && changed.change() == CallChange.INCOMING;
    }

    /** The calls that ring for a user. */
    private static Set<String> ringing(StoreTransaction in, String uid) {
        return in.open(uid).stream()
                .filter(record -> record.party(uid).filter(Party::isRinging).isPresent())
                .map(CallRecord::sessionId)
                .collect(Collectors.toSet());
    }
}
