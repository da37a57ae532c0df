package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.CallParty;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Users, groups and participants. */
final class PartyJson {
    private static final String ONLINE = "online";
    private static final String OFFLINE = "offline";

    private PartyJson() {}

    static JsonObject write(CallParty party) {
        return party instanceof User user ? write(user) : write((Group) party);
    }

    static JsonObject write(User user) {
        JsonObject json = new JsonObject();
        json.addProperty("uid", user.uid());
        json.addProperty("name", user.name());
        uri(json, "avatar", user.avatar());
        json.addProperty("status", user.online() ? ONLINE : OFFLINE);
        if (user.role() != null) {
            json.addProperty("role", user.role());
        }
        return json;
    }

    static JsonObject write(Group group) {
        JsonObject json = new JsonObject();
        json.addProperty("guid", group.guid());
        json.addProperty("name", group.name());
        uri(json, "icon", group.icon());
        json.addProperty("membersCount", group.membersCount());
        return json;
    }

    static JsonObject write(Participant participant) {
        JsonObject json = new JsonObject();
        json.addProperty("id", participant.id());
        json.addProperty("uid", participant.uid());
        json.addProperty("name", participant.name());
        uri(json, "avatar", participant.avatar());
        json.addProperty("isAudioMuted", participant.isAudioMuted());
        json.addProperty("isVideoMuted", participant.isVideoMuted());
        json.addProperty("isLocalUser", participant.isLocalUser());
        json.addProperty("joinedAt", participant.joinedAt().toEpochMilli());
        return json;
    }

    static CallParty party(JsonFields json) throws CallException {
        return json.has("guid") ? group(json) : user(json);
    }

    static User user(JsonFields json) throws CallException {
        String status = json.text("status");
        if (!status.equals(ONLINE) && !status.equals(OFFLINE)) {
            throw json.bad("status", null);
        }
        return new User(
                json.text("uid"),
                json.text("name"),
                json.uriOrNull("avatar"),
                status.equals(ONLINE),
                json.textOrNull("role"));
    }

    static Group group(JsonFields json) throws CallException {
        return new Group(json.text("guid"), json.text("name"), json.uriOrNull("icon"), json.count("membersCount"));
    }

    static Participant participant(JsonFields json) throws CallException {
        return new Participant(
                json.text("id"),
                json.text("uid"),
                json.text("name"),
                json.uriOrNull("avatar"),
                json.flag("isAudioMuted"),
                json.flag("isVideoMuted"),
                json.flag("isLocalUser"),
                json.unixMillis("joinedAt"));
    }

    private static void uri(JsonObject json, String name, @Nullable URI uri) {
        if (uri != null) {
            json.addProperty(name, uri.toString());
        }
    }
}
