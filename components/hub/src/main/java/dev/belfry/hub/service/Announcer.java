package dev.belfry.hub.service;

import dev.belfry.call.Call;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.Header;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Turns what happened into events, and appends them within the transaction in which it happened. */
final class Announcer {
    private static final Device NOBODY = new Device("", "");

    private final CallViews views;
    private final Supplier<String> ids;

    Announcer(CallViews views, Supplier<String> ids) {
        this.views = views;
        this.ids = ids;
    }

    /** Tells everybody whom a transition is for. */
    void announce(Change change, Transition transition, Cast cast) {
        for (Notice notice : transition.notices()) {
            change.append(notice.audience(), event(notice, transition, cast));
        }
    }

    /** Tells devices that a call rings for them. */
    void incoming(Change change, CallRecord record, Cast cast, List<Audience> audiences) {
        Duration left = Duration.between(change.now(), record.ringsUntil());
        for (Audience audience : audiences) {
            Call call = views.view(record, cast, audience.uid());
            Header header = header(record.sessionId(), caller(record));
            change.append(audience, new SignalingEvent.CallChanged(header, CallChange.INCOMING, call, left));
        }
    }

    /** Tells the caller of a merged call which call goes on in its place: it is accepted. */
    void merged(Change change, CallRecord absorbed, CallRecord survivor, Cast cast) {
        Audience audience = Audience.one(caller(absorbed));
        Header header = header(absorbed.sessionId(), caller(survivor));
        Call call = views.view(survivor, cast, audience.uid());
        change.append(audience, new SignalingEvent.CallChanged(header, CallChange.ACCEPTED, call, Duration.ZERO));
    }

    /** Hands one participant's message to another; its id follows from its number, so that a repeated one is told. */
    void relay(Change change, CallRecord record, Seat from, Seat to, long number, PeerMessage message) {
        String id = from.participantId() + ">" + to.participantId() + "#" + number;
        Device sender = from.device();
        Header header = new Header(0, id, record.sessionId(), sender.uid(), sender.deviceId(), Duration.ZERO);
        change.append(
                Audience.one(to.device()),
                new SignalingEvent.PeerMessageReceived(header, from.participantId(), to.participantId(), message));
    }

    private SignalingEvent event(Notice notice, Transition transition, Cast cast) {
        CallRecord record = transition.next();
        Header header = header(record.sessionId(), transition.cause());
        if (notice instanceof Notice.OfCall of) {
            Call call = views.view(record, cast, of.audience().uid(), of.reason());
            return new SignalingEvent.CallChanged(header, of.change(), call, Duration.ZERO);
        }
        Notice.OfSeat of = (Notice.OfSeat) notice;
        Participant participant = views.participant(of.seat(), cast, NOBODY);
        return switch (of.change()) {
            case JOINED -> new SignalingEvent.ParticipantJoined(header, participant);
            case LEFT -> new SignalingEvent.ParticipantLeft(header, participant);
            case MUTED -> new SignalingEvent.ParticipantMuted(header, participant);
        };
    }

    private Header header(String sessionId, Device cause) {
        return new Header(0, ids.get(), sessionId, cause.uid(), cause.deviceId(), Duration.ZERO);
    }

    private static Device caller(CallRecord record) {
        String device = record.caller().deviceId();
        return new Device(record.caller().uid(), device == null ? "" : device);
    }
}
