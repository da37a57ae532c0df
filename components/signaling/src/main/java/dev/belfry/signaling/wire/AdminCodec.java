package dev.belfry.signaling.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.signaling.wire.AdminMessage.GuestCode;
import dev.belfry.signaling.wire.AdminMessage.GuestLink;
import dev.belfry.signaling.wire.AdminMessage.GuestLinkRequest;
import dev.belfry.signaling.wire.AdminMessage.GuestSession;
import dev.belfry.signaling.wire.AdminMessage.PutGroup;
import dev.belfry.signaling.wire.AdminMessage.PutUser;
import dev.belfry.signaling.wire.AdminMessage.TokenRequest;
import dev.belfry.signaling.wire.AdminMessage.UserToken;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads what back ends and guests exchange with the hub. Every {@code read} method takes any text at all and
 * fails with {@link ErrorCode#ERR_BAD_REQUEST} and the path of the first field that does not fit. Stateless.
 *
 * @since 0.1
 */
public final class AdminCodec {
    /** The most members that a group has. */
    public static final int MAX_MEMBERS = 1_000;

    private AdminCodec() {}

    public static String write(AdminMessage message) {
        JsonObject json = new JsonObject();
        if (message instanceof PutUser user) {
            json.addProperty("uid", user.uid());
            json.addProperty("name", user.name());
            text(json, "avatar", user.avatar());
            text(json, "role", user.role());
        } else if (message instanceof PutGroup group) {
            json.addProperty("guid", group.guid());
            json.addProperty("name", group.name());
            text(json, "icon", group.icon());
            JsonArray members = new JsonArray();
            group.members().forEach(members::add);
            json.add("members", members);
        } else if (message instanceof TokenRequest request) {
            seconds(json, "ttl", request.ttl());
        } else if (message instanceof UserToken token) {
            json.addProperty("token", token.token());
            json.addProperty("expiresAt", token.expiresAt().getEpochSecond());
        } else if (message instanceof GuestCode code) {
            json.addProperty("code", code.code());
        } else {
            guest(json, message);
        }
        return json.toString();
    }

    private static void guest(JsonObject json, AdminMessage message) {
        if (message instanceof GuestLinkRequest request) {
            receiver(json, request.receiverId(), request.receiverType());
            text(json, "name", request.name());
            seconds(json, "ttl", request.ttl());
        } else if (message instanceof GuestLink link) {
            json.addProperty("url", link.url().toString());
            json.addProperty("code", link.code());
            json.addProperty("expiresAt", link.expiresAt().getEpochSecond());
        } else if (message instanceof GuestSession session) {
            json.addProperty("token", session.token());
            json.add("user", PartyJson.write(session.user()));
            receiver(json, session.receiverId(), session.receiverType());
            json.addProperty("expiresAt", session.expiresAt().getEpochSecond());
        }
    }

    public static PutUser readPutUser(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new PutUser(
                fields.text("uid"), fields.text("name"), fields.uriOrNull("avatar"), fields.textOrNull("role"));
    }

    public static PutGroup readPutGroup(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new PutGroup(
                fields.text("guid"),
                fields.text("name"),
                fields.uriOrNull("icon"),
                fields.texts("members", MAX_MEMBERS));
    }

    public static TokenRequest readTokenRequest(String json) throws CallException {
        return new TokenRequest(JsonFields.parse(json).secondsOrNull("ttl"));
    }

    public static UserToken readUserToken(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new UserToken(fields.text("token"), fields.unixSeconds("expiresAt"));
    }

    public static GuestLinkRequest readGuestLinkRequest(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new GuestLinkRequest(
                fields.text("receiverId"),
                fields.constant("receiverType", ReceiverType.class),
                fields.textOrNull("name"),
                fields.secondsOrNull("ttl"));
    }

    public static GuestLink readGuestLink(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        URI url = fields.uriOrNull("url");
        if (url == null) {
            throw fields.bad("url", null);
        }
        return new GuestLink(url, fields.text("code"), fields.unixSeconds("expiresAt"));
    }

    public static GuestCode readGuestCode(String json) throws CallException {
        return new GuestCode(JsonFields.parse(json).text("code"));
    }

    public static GuestSession readGuestSession(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        return new GuestSession(
                fields.text("token"),
                PartyJson.user(fields.object("user")),
                fields.text("receiverId"),
                fields.constant("receiverType", ReceiverType.class),
                fields.unixSeconds("expiresAt"));
    }

    private static void receiver(JsonObject json, String id, ReceiverType type) {
        json.addProperty("receiverId", id);
        json.addProperty("receiverType", EnumNames.name(type));
    }

    private static void text(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.addProperty(name, value.toString());
        }
    }

    private static void seconds(JsonObject json, String name, @Nullable Duration value) {
        if (value != null) {
            json.addProperty(name, value.toSeconds());
        }
    }
}
