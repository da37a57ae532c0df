package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ReceiverType;

/** The bodies of requests. */
final class CommandJson {
    private CommandJson() {}

    static JsonObject write(WireCommand command) {
        JsonObject json = new JsonObject();
        if (command instanceof WireCommand.Initiate initiate) {
            CallRequest request = initiate.request();
            if (initiate.sessionId() != null) {
                json.addProperty("sessionId", initiate.sessionId());
            }
            json.addProperty("receiverId", request.receiverId());
            json.addProperty("receiverType", EnumNames.name(request.receiverType()));
            json.addProperty("type", EnumNames.name(request.type()));
            json.addProperty("timeout", request.timeout().toSeconds());
        } else if (command instanceof WireCommand.Reject reject) {
            json.addProperty("status", EnumNames.name(reject.status()));
        } else if (command instanceof WireCommand.Join join) {
            json.addProperty("sessionId", join.sessionId());
            json.addProperty("token", join.token());
            muted(json, join.isAudioMuted(), join.isVideoMuted());
        } else if (command instanceof WireCommand.Mute mute) {
            json.addProperty("sessionId", mute.sessionId());
            muted(json, mute.isAudioMuted(), mute.isVideoMuted());
        } else if (command instanceof WireCommand.Relay relay) {
            json.addProperty("sessionId", relay.sessionId());
            json.addProperty("to", relay.to());
            json.addProperty("number", relay.number());
            json.add("message", PeerMessageJson.write(relay.message()));
        } else if (command instanceof WireCommand.Leave leave) {
            json.addProperty("sessionId", leave.sessionId());
        }
        return json;
    }

    static WireCommand.Initiate initiate(JsonFields json) throws CallException {
        CallRequest request = new CallRequest(
                json.text("receiverId"),
                json.constant("receiverType", ReceiverType.class),
                json.constant("type", CallType.class),
                json.has("timeout") ? json.seconds("timeout") : CallRequest.DEFAULT_TIMEOUT);
        return new WireCommand.Initiate(json.textOrNull("sessionId"), request);
    }

    static WireCommand.Reject reject(JsonFields json) throws CallException {
        return new WireCommand.Reject(json.constant("status", CallStatus.class));
    }

    static WireCommand.Join join(JsonFields json) throws CallException {
        return new WireCommand.Join(
                json.text("sessionId"), json.text("token"), json.flag("isAudioMuted"), json.flag("isVideoMuted"));
    }

    static WireCommand.Mute mute(JsonFields json) throws CallException {
        return new WireCommand.Mute(json.text("sessionId"), json.flag("isAudioMuted"), json.flag("isVideoMuted"));
    }

    static WireCommand.Relay relay(JsonFields json) throws CallException {
        return new WireCommand.Relay(
                json.text("sessionId"),
                json.text("to"),
                json.number("number"),
                PeerMessageJson.read(json.object("message")));
    }

    static WireCommand.Leave leave(JsonFields json) throws CallException {
        return new WireCommand.Leave(json.text("sessionId"));
    }

    private static void muted(JsonObject json, boolean audio, boolean video) {
        json.addProperty("isAudioMuted", audio);
        json.addProperty("isVideoMuted", video);
    }
}
