package dev.belfry.signaling.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.belfry.call.Call;
import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.IceServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the hub's lists, and the query that asks for a page of calls. Every {@code read} method takes any
 * text at all and fails with {@link ErrorCode#ERR_BAD_REQUEST} and the path of the first field that does not fit.
 * Stateless.
 *
 * @since 0.1
 */
public final class ListCodec {
    private static final int MAX_USERS = 10_000;
    private static final int MAX_SERVERS = 32;

    private ListCodec() {}

    public static String write(CallLogPage page) {
        JsonArray calls = new JsonArray();
        page.calls().forEach(call -> calls.add(CallJson.write(call)));
        JsonObject json = new JsonObject();
        json.add("calls", calls);
        text(json, "next", page.next());
        text(json, "previous", page.previous());
        return json.toString();
    }

    public static String writeUsers(List<User> users) {
        JsonArray array = new JsonArray();
        users.forEach(user -> array.add(PartyJson.write(user)));
        JsonObject json = new JsonObject();
        json.add("users", array);
        return json.toString();
    }

    public static String write(IceServers servers) {
        JsonArray array = new JsonArray();
        for (IceServer server : servers.servers()) {
            JsonArray urls = new JsonArray();
            server.urls().forEach(urls::add);
            JsonObject each = new JsonObject();
            each.add("urls", urls);
            text(each, "username", emptyToNull(server.username()));
            text(each, "credential", emptyToNull(server.credential()));
            array.add(each);
        }
        JsonObject json = new JsonObject();
        json.add("iceServers", array);
        json.addProperty("ttl", servers.ttl().toSeconds());
        return json.toString();
    }

    public static CallLogPage readCalls(String json) throws CallException {
        JsonFields fields = JsonFields.parseList(json);
        List<Call> calls = new ArrayList<>();
        for (JsonFields each : fields.objects("calls", CallLogFilter.MAX_LIMIT)) {
            calls.add(CallJson.read(each));
        }
        return new CallLogPage(calls, fields.textOrNull("next"), fields.textOrNull("previous"));
    }

    public static List<User> readUsers(String json) throws CallException {
        List<User> users = new ArrayList<>();
        for (JsonFields each : JsonFields.parseList(json).objects("users", MAX_USERS)) {
            users.add(PartyJson.user(each));
        }
        return users;
    }

    public static IceServers readIceServers(String json) throws CallException {
        JsonFields fields = JsonFields.parse(json);
        List<IceServer> servers = new ArrayList<>();
        for (JsonFields each : fields.objects("iceServers", MAX_SERVERS)) {
            servers.add(new IceServer(
                    each.texts("urls", MAX_SERVERS),
                    orEmpty(each.textOrNull("username")),
                    orEmpty(each.textOrNull("credential"))));
        }
        return new IceServers(servers, fields.seconds("ttl"));
    }

    /** Writes a filter as the parameters of a query, which are not yet percent-encoded. */
    public static Map<String, String> query(CallLogFilter filter, @Nullable String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(filter.limit()));
        put(query, "type", filter.type());
        put(query, "status", filter.status());
        put(query, "direction", filter.direction());
        put(query, "uid", filter.uid());
        put(query, "guid", filter.guid());
        put(query, "cursor", cursor);
        return query;
    }

    /**
     * Reads the parameters of a query; those left out leave their field open, and {@code cursor} is the caller's to
     * read.
     *
     * @throws CallException ERR_BAD_REQUEST with the name of the parameter
     */
    public static CallLogFilter filter(Map<String, String> query) throws CallException {
        JsonObject json = new JsonObject();
        query.forEach(json::addProperty);
        JsonFields fields = JsonFields.of(json);
        return new CallLogFilter(
                limit(query.get("limit")),
                fields.constantOrNull("type", CallType.class),
                fields.constantOrNull("status", CallStatus.class),
                fields.constantOrNull("direction", CallDirection.class),
                fields.textOrNull("uid"),
                fields.textOrNull("guid"));
    }

    private static int limit(@Nullable String text) throws CallException {
        if (text == null) {
            return CallLogFilter.ALL.limit();
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= CallLogFilter.MAX_LIMIT) {
                return limit;
            }
            throw CallException.badRequest("limit");
        } catch (NumberFormatException noNumber) {
            throw new CallException(ErrorCode.ERR_BAD_REQUEST, "limit", noNumber);
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            query.put(name, EnumNames.name(constant));
        } else if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void text(JsonObject json, String name, @Nullable String value) {
        if (value != null) {
            json.addProperty(name, value);
        }
    }
}
