package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ReceiverType;
import java.time.Duration;

/** Calls. */
final class CallJson {
    private CallJson() {}

    static JsonObject write(Call call) {
        JsonObject json = new JsonObject();
        json.addProperty("id", call.id());
        json.addProperty("sessionId", call.sessionId());
        json.addProperty("conversationId", call.conversationId());
        json.addProperty("category", call.category());
        json.addProperty("type", EnumNames.name(call.type()));
        json.addProperty("receiverType", EnumNames.name(call.receiverType()));
        json.addProperty("receiverId", call.receiverId());
        json.addProperty("action", EnumNames.name(call.action()));
        json.addProperty("status", EnumNames.name(call.status()));
        json.addProperty("initiatedAt", call.initiatedAt().getEpochSecond());
        if (call.joinedAt() != null) {
            json.addProperty("joinedAt", call.joinedAt().getEpochSecond());
        }
        json.add("sender", PartyJson.write(call.sender()));
        json.add("receiver", PartyJson.write(call.receiver()));
        json.add("callInitiator", PartyJson.write(call.callInitiator()));
        json.add("callReceiver", PartyJson.write(call.callReceiver()));
        json.addProperty("sentAt", call.sentAt().getEpochSecond());
        json.addProperty("updatedAt", call.updatedAt().getEpochSecond());
        if (!call.duration().isZero()) {
            json.addProperty("duration", call.duration().toSeconds());
        }
        if (call.endReason() != null) {
            json.addProperty("endReason", EnumNames.name(call.endReason()));
        }
        json.addProperty("version", call.version());
        return json;
    }

    static Call read(JsonFields json) throws CallException {
        if (!json.text("category").equals(Call.CATEGORY)) {
            throw json.bad("category", null);
        }
        return new Call(
                json.text("id"),
                json.text("sessionId"),
                json.text("conversationId"),
                json.constant("type", CallType.class),
                json.constant("receiverType", ReceiverType.class),
                json.text("receiverId"),
                json.constant("action", CallStatus.class),
                json.constant("status", CallStatus.class),
                json.unixSeconds("initiatedAt"),
                json.unixSecondsOrNull("joinedAt"),
                PartyJson.user(json.object("sender")),
                PartyJson.party(json.object("receiver")),
                PartyJson.user(json.object("callInitiator")),
                PartyJson.party(json.object("callReceiver")),
                json.unixSeconds("sentAt"),
                json.unixSeconds("updatedAt"),
                json.has("duration") ? json.seconds("duration") : Duration.ZERO,
                json.constantOrNull("endReason", EndReason.class),
                json.number("version"));
    }
}
