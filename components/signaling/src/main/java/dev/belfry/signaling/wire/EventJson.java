package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingEvent.Header;
import dev.belfry.call.spi.SignalingEvent.ParticipantJoined;
import dev.belfry.call.spi.SignalingEvent.ParticipantLeft;
import dev.belfry.call.spi.SignalingEvent.ParticipantMuted;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;

/** Events; {@code event} tells which: a change of the call, what a participant did, or what its media says. */
final class EventJson {
    private static final String JOINED = "participantJoined";
    private static final String LEFT = "participantLeft";
    private static final String MUTED = "participantMuted";
    private static final String PEER_MESSAGE = "peerMessage";

    private EventJson() {}

    static JsonObject write(SignalingEvent event) {
        JsonObject json = new JsonObject();
        Header header = event.header();
        json.addProperty("seq", header.seq());
        json.addProperty("messageId", header.messageId());
        json.addProperty("sessionId", header.sessionId());
        json.addProperty("uid", header.uid());
        json.addProperty("deviceId", header.deviceId());
        json.addProperty("age", header.age().toMillis());
        if (event instanceof CallChanged changed) {
            json.addProperty("event", EnumNames.name(changed.change()));
            json.add("call", CallJson.write(changed.call()));
            json.addProperty("ringTimeLeft", changed.ringTimeLeft().toMillis());
        } else if (event instanceof ParticipantJoined joined) {
            participant(json, JOINED, joined.participant());
        } else if (event instanceof ParticipantLeft left) {
            participant(json, LEFT, left.participant());
        } else if (event instanceof ParticipantMuted muted) {
            participant(json, MUTED, muted.participant());
        } else if (event instanceof PeerMessageReceived received) {
            json.addProperty("event", PEER_MESSAGE);
            json.addProperty("from", received.from());
            json.addProperty("to", received.to());
            json.add("message", PeerMessageJson.write(received.message()));
        }
        return json;
    }

    static SignalingEvent read(JsonFields json) throws CallException {
        Header header = new Header(
                json.number("seq"),
                json.text("messageId"),
                json.text("sessionId"),
                json.text("uid"),
                json.text("deviceId"),
                json.millis("age"));
        String event = json.text("event");
        if (event.equals(PEER_MESSAGE)) {
            return new PeerMessageReceived(
                    header, json.text("from"), json.text("to"), PeerMessageJson.read(json.object("message")));
        }
        if (!json.has("participant")) {
            return new CallChanged(
                    header,
                    json.constant("event", CallChange.class),
                    CallJson.read(json.object("call")),
                    json.millis("ringTimeLeft"));
        }
        Participant participant = PartyJson.participant(json.object("participant"));
        return switch (event) {
            case JOINED -> new ParticipantJoined(header, participant);
            case LEFT -> new ParticipantLeft(header, participant);
            case MUTED -> new ParticipantMuted(header, participant);
            default -> throw json.bad("event", null);
        };
    }

    private static void participant(JsonObject json, String event, Participant participant) {
        json.addProperty("event", event);
        json.add("participant", PartyJson.write(participant));
    }
}
