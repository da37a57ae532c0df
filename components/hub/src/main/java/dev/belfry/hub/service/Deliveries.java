package dev.belfry.hub.service;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingEvent.Header;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import dev.belfry.hub.service.Batch.Delivery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the outbox for one device: only what is for it, numbered, with its age; nothing that no longer rings. */
final class Deliveries {
    private final EventOutbox outbox;
    private final CallStore store;
    private final Scheduler clock;

    Deliveries(EventOutbox outbox, CallStore store, Scheduler clock) {
        this.outbox = outbox;
        this.store = store;
        this.clock = clock;
    }

    Batch since(Device device, long seq) {
        List<EventOutbox.Entry> entries = outbox.since(device.uid(), seq);
        long since = entries.isEmpty() ? seq : entries.get(0).seq() - 1;
        return new Batch(
                since, entries.stream().map(entry -> delivery(entry, device)).toList());
    }

    private Delivery delivery(EventOutbox.Entry entry, Device device) {
        boolean mine = entry.draft().audience().includes(device.deviceId());
        return new Delivery(entry.seq(), mine ? dated(entry, device) : null);
    }

    private @Nullable SignalingEvent dated(EventOutbox.Entry entry, Device device) {
        SignalingEvent event = entry.draft().event();
        Duration age = Duration.between(entry.draft().at(), clock.now());
        Header from = event.header();
        Header header = new Header(entry.seq(), from.messageId(), from.sessionId(), from.uid(), from.deviceId(), age);
        if (event instanceof CallChanged changed) {
            boolean incoming = changed.change() == CallChange.INCOMING;
            Duration left = incoming ? changed.ringTimeLeft().minus(age) : Duration.ZERO;
            boolean stale = incoming && (left.isNegative() || left.isZero() || !rings(from.sessionId(), device));
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

    private boolean rings(String sessionId, Device device) {
        return store.find(sessionId)
                .flatMap(record -> record.party(device.uid()))
                .filter(Party::isRinging)
                .isPresent();
    }
}
