package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent;

/**
 * Writes and reads the JSON of the hub; see the package for its units. Every {@code read} method takes any text at all
 * and fails with {@link ErrorCode#ERR_BAD_REQUEST} and the path of the first field that does not fit, {@code body} for
 * the whole. Stateless.
 *
 * @since 0.1
 */
public final class WireCodec {
    private WireCodec() {}

    public static String write(Call call) {
        return CallJson.write(call).toString();
    }

    public static String write(CallParty party) {
        return PartyJson.write(party).toString();
    }

    public static String write(Participant participant) {
        return PartyJson.write(participant).toString();
    }

    public static String write(SignalingEvent event) {
        return EventJson.write(event).toString();
    }

    public static String write(WireCommand command) {
        return CommandJson.write(command).toString();
    }

    public static String write(CallToken token) {
        JsonObject json = new JsonObject();
        json.addProperty("sessionId", token.sessionId());
        json.addProperty("token", token.token());
        return json.toString();
    }

    /** Writes the code, and for a bad request the field. */
    public static String write(CallException error) {
        return ErrorJson.write(error).toString();
    }

    public static Call readCall(String json) throws CallException {
        return CallJson.read(JsonFields.parse(json));
    }

    public static User readUser(String json) throws CallException {
        return PartyJson.user(JsonFields.parse(json));
    }

    public static Group readGroup(String json) throws CallException {
        return PartyJson.group(JsonFields.parse(json));
    }

    public static Participant readParticipant(String json) throws CallException {
        return PartyJson.participant(JsonFields.parse(json));
    }

    public static SignalingEvent readEvent(String json) throws CallException {
        return EventJson.read(JsonFields.parse(json));
    }

    public static CallToken readToken(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new CallToken(fields.text("sessionId"), fields.text("token"));
    }

    /** Reads what the hub answered a request it refused. */
    public static CallException readError(String json) throws CallException {
        return ErrorJson.read(JsonFields.parse(json));
    }

    public static WireCommand.Initiate readInitiate(String json) throws CallException {
        return CommandJson.initiate(JsonFields.parse(json));
    }

    public static WireCommand.Reject readReject(String json) throws CallException {
        return CommandJson.reject(JsonFields.parse(json));
    }

    public static WireCommand.Join readJoin(String json) throws CallException {
        return CommandJson.join(JsonFields.parse(json));
    }

    public static WireCommand.Mute readMute(String json) throws CallException {
        return CommandJson.mute(JsonFields.parse(json));
    }

    public static WireCommand.Relay readRelay(String json) throws CallException {
        return CommandJson.relay(JsonFields.parse(json));
    }

    public static WireCommand.Leave readLeave(String json) throws CallException {
        return CommandJson.leave(JsonFields.parse(json));
    }
}
