package dev.belfry.signaling.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the text frames of the event connection. Every {@code read} method takes any text at all and fails
 * with {@link ErrorCode#ERR_BAD_REQUEST} and the path of the first field that does not fit. Stateless.
 *
 * @since 0.1
 */
public final class FrameCodec {
    private static final int MAX_PARTICIPANTS = 10_000;

    private FrameCodec() {}

    /** Writes a device's frame. */
    public static String write(ClientFrame frame) {
        JsonObject json = new JsonObject();
        json.addProperty("id", frame.id());
        json.addProperty("command", name(frame.command()));
        CommandJson.write(frame.command()).asMap().forEach(json::add);
        return json.toString();
    }

    /** Writes a frame of the hub's. */
    public static String write(ServerFrame frame) {
        JsonObject json = new JsonObject();
        if (frame instanceof ServerFrame.Delivered delivered) {
            return EventJson.write(delivered.event()).toString();
        } else if (frame instanceof ServerFrame.Skipped skipped) {
            json.addProperty("seq", skipped.seq());
        } else if (frame instanceof ServerFrame.Hello hello) {
            JsonObject body = new JsonObject();
            body.addProperty("since", hello.since());
            body.addProperty("uid", hello.uid());
            body.addProperty("node", hello.node());
            json.add("hello", body);
        } else if (frame instanceof ServerFrame.Answered answered) {
            json.addProperty("id", answered.id());
            json.add("answer", answer(answered.answer()));
        } else if (frame instanceof ServerFrame.Refused refused) {
            json.addProperty("id", refused.id());
            json.add("error", ErrorJson.write(refused.error()));
        }
        return json.toString();
    }

    public static ClientFrame readClientFrame(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        long id = fields.number("id");
        WireCommand command = switch (fields.text("command")) {
            case "join" -> CommandJson.join(fields);
            case "mute" -> CommandJson.mute(fields);
            case "leave" -> CommandJson.leave(fields);
            case "relay" -> CommandJson.relay(fields);
            case "signOff" -> new WireCommand.SignOff();
            default -> throw fields.bad("command", null);
        };
        return new ClientFrame(id, command);
    }

    /** Reads no more than the id of a device's frame: of one that does not fit, so that it can be answered. */
    public static long readId(String json) throws CallException {
        return JsonFields.parse(json).number("id");
    }

    /** Reads no more than the number of a frame of the hub's: of an event not known here, so that it is passed over. */
    public static long readSeq(String json) throws CallException {
        return JsonFields.parseList(json).number("seq");
    }

    public static ServerFrame readServerFrame(String json) throws CallException {
        JsonFields fields = JsonFields.parseList(json);
        if (fields.has("event")) {
            return new ServerFrame.Delivered(EventJson.read(fields));
        }
        if (fields.has("seq")) {
            return new ServerFrame.Skipped(fields.number("seq"));
        }
        if (fields.has("hello")) {
            JsonFields hello = fields.object("hello");
            return new ServerFrame.Hello(hello.number("since"), hello.text("uid"), hello.text("node"));
        }
        long id = fields.number("id");
        if (fields.has("error")) {
            return new ServerFrame.Refused(id, ErrorJson.read(fields.object("error")));
        }
        return new ServerFrame.Answered(id, answer(fields.object("answer")));
    }

    private static String name(WireCommand command) {
        if (command instanceof WireCommand.Join) {
            return "join";
        } else if (command instanceof WireCommand.Mute) {
            return "mute";
        } else if (command instanceof WireCommand.Leave) {
            return "leave";
        } else if (command instanceof WireCommand.Relay) {
            return "relay";
        } else if (command instanceof WireCommand.SignOff) {
            return "signOff";
        }
        throw new IllegalArgumentException("this command is a request of its own");
    }

    private static JsonObject answer(Answer answer) {
        if (answer instanceof Answer.Muted muted) {
            return PartyJson.write(muted.participant());
        }
        JsonObject json = new JsonObject();
        if (answer instanceof Answer.Participants all) {
            JsonArray array = new JsonArray();
            all.participants().forEach(participant -> array.add(PartyJson.write(participant)));
            json.add("participants", array);
        }
        return json;
    }

    private static Answer answer(JsonFields json) throws CallException {
        if (json.has("participants")) {
            List<Participant> participants = new ArrayList<>();
            for (JsonFields each : json.objects("participants", MAX_PARTICIPANTS)) {
                participants.add(PartyJson.participant(each));
            }
            return new Answer.Participants(participants);
        }
        return json.has("uid") ? new Answer.Muted(PartyJson.participant(json)) : new Answer.Done();
    }
}
