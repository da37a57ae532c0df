package dev.belfry.demo.headless;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Participant;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.signaling.wire.WireCodec;
import java.util.List;
import java.util.Locale;

/** Writes what an event carries; calls and participants as the hub would. */
final class EventJson {
    private EventJson() {}

    static void describe(Object carried, JsonObject line) {
        if (carried instanceof Call call) {
            line.add("call", parse(WireCodec.write(call)));
        } else if (carried instanceof Participant participant) {
            line.add("participant", parse(WireCodec.write(participant)));
        } else if (carried instanceof List<?> list) {
            JsonArray participants = new JsonArray();
            list.forEach(one -> participants.add(parse(WireCodec.write((Participant) one))));
            line.add("participants", participants);
        } else if (carried instanceof CallException error) {
            line.add("error", parse(WireCodec.write(error)));
        } else if (carried instanceof ConnectionState state) {
            line.addProperty("state", state.name().toLowerCase(Locale.ROOT));
        } else {
            throw new IllegalArgumentException("no words for " + carried.getClass());
        }
    }

    static void describe(CallSnapshot snapshot, JsonObject line) {
        line.addProperty("phase", snapshot.phase().name().toLowerCase(Locale.ROOT));
        if (snapshot.sessionId() != null) {
            line.addProperty("sessionId", snapshot.sessionId());
        }
        if (snapshot.endReason() != null) {
            line.addProperty("endReason", snapshot.endReason().name().toLowerCase(Locale.ROOT));
        }
    }

    private static JsonElement parse(String json) {
        return JsonParser.parseString(json);
    }
}
