package dev.belfry.hub.service;

import dev.belfry.call.Call;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts what happened into the outbox, and tells that it is there. */
final class Announcer {
    private static final Device NOBODY = new Device("", "");

    private final EventOutbox outbox;
    private final CallViews views;
    private final Scheduler clock;
    private final Supplier<String> ids;
    private final Consumer<String> arrivals;

    Announcer(EventOutbox outbox, CallViews views, Scheduler clock, Supplier<String> ids, Consumer<String> arrivals) {
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
        this.ids = ids;
        this.arrivals = arrivals;
    }

    /** Tells everybody whom a transition is for. */
    void announce(Transition transition) {
        Set<String> uids = new LinkedHashSet<>();
        for (Notice notice : transition.notices()) {
            append(notice, transition);
            uids.add(notice.audience().uid());
        }
        uids.forEach(arrivals);
    }

    /** Tells devices that a call rings for them. */
    void incoming(CallRecord record, List<Audience> audiences) {
        for (Audience audience : audiences) {
            Call call = views.view(record, audience.uid());
            Header header = header(record.sessionId(), caller(record));
            Duration left = Duration.between(clock.now(), record.ringsUntil());
            append(audience, new SignalingEvent.CallChanged(header, CallChange.INCOMING, call, left));
        }
        audiences.forEach(audience -> arrivals.accept(audience.uid()));
    }

    /** Tells the caller of a merged call which call goes on in its place: it is accepted. */
    void merged(CallRecord absorbed, CallRecord survivor) {
        Audience audience = Audience.one(caller(absorbed));
        Header header = header(absorbed.sessionId(), caller(survivor));
        Call call = views.view(survivor, audience.uid());
        append(audience, new SignalingEvent.CallChanged(header, CallChange.ACCEPTED, call, Duration.ZERO));
        arrivals.accept(audience.uid());
    }

    /** Hands one participant's message to another; its id follows from its number, so that a repeated one is told. */
    void relay(CallRecord record, Seat from, Seat to, long number, PeerMessage message) {
        String id = from.participantId() + ">" + to.participantId() + "#" + number;
        Device sender = from.device();
        Header header = new Header(0, id, record.sessionId(), sender.uid(), sender.deviceId(), Duration.ZERO);
        append(
                Audience.one(to.device()),
                new SignalingEvent.PeerMessageReceived(header, from.participantId(), to.participantId(), message));
        arrivals.accept(to.device().uid());
    }

    private void append(Notice notice, Transition transition) {
        CallRecord record = transition.next();
        Header header = header(record.sessionId(), transition.cause());
        if (notice instanceof Notice.OfCall of) {
            Call call = views.view(record, of.audience().uid(), of.reason());
            append(of.audience(), new SignalingEvent.CallChanged(header, of.change(), call, Duration.ZERO));
            return;
        }
        Notice.OfSeat of = (Notice.OfSeat) notice;
        Participant participant = views.participant(of.seat(), NOBODY);
        append(
                of.audience(),
                switch (of.change()) {
                    case JOINED -> new SignalingEvent.ParticipantJoined(header, participant);
                    case LEFT -> new SignalingEvent.ParticipantLeft(header, participant);
                    case MUTED -> new SignalingEvent.ParticipantMuted(header, participant);
                });
    }

    private void append(Audience audience, SignalingEvent event) {
        Instant now = clock.now();
        outbox.append(new EventOutbox.Draft(now, audience, event));
    }

    private Header header(String sessionId, Device cause) {
        return new Header(0, ids.get(), sessionId, cause.uid(), cause.deviceId(), Duration.ZERO);
    }

    private static Device caller(CallRecord record) {
        String device = record.caller().deviceId();
        return new Device(record.caller().uid(), device == null ? "" : device);
    }
}
