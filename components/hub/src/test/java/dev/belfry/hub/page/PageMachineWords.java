package dev.belfry.hub.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.machine.CallEffect;
import dev.belfry.call.machine.Transition;
import dev.belfry.signaling.wire.WireCodec;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States, events and effects of the call machine in the page's words: the same names, in camel case. */
final class PageMachineWords {
    /** Effects for listeners, and answers to a caller of the API: the page has neither. */
    private static final Set<Class<? extends CallEffect>> NOT_OF_THE_PAGE = Set.of(
            CallEffect.NotifyCall.class,
            CallEffect.NotifySession.class,
            CallEffect.Ignore.class,
            CallEffect.Refuse.class,
            CallEffect.AlreadySo.class);

    private PageMachineWords() {}

    static JsonObject of(Transition transition) {
        List<JsonObject> effects = transition.effects().stream()
                .filter(effect -> !NOT_OF_THE_PAGE.contains(effect.getClass()))
                .map(effect -> of((Record) effect))
                .toList();
        JsonArray array = new JsonArray();
        effects.forEach(array::add);
        JsonObject state = of((Record) transition.state());
        Call call = transition.state().call();
        if (call != null) {
            state.addProperty("call", brief(call));
        }
        JsonObject json = new JsonObject();
        json.add("state", state);
        json.add("effects", array);
        return json;
    }

    /** Writes states or events. */
    static JsonArray of(List<?> records) {
        JsonArray json = new JsonArray();
        records.forEach(each -> json.add(of((Record) each)));
        return json;
    }

    private static String brief(Call call) {
        return camelCaseOf(call.status()) + " " + call.version();
    }

    /** Writes a state, event or effect. */
    private static JsonObject of(Record record) {
        JsonObject json = new JsonObject();
        String name = record.getClass().getSimpleName();
        json.addProperty("name", name.equals("New") ? "fresh" : camelCase(name));
        if (name.equals("New") || name.equals("Dialing")) {
            json.add("call", JsonNull.INSTANCE);
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            add(json, name, component.getName(), value(record, component));
        }
        return json;
    }

    private static void add(JsonObject json, String of, String name, @Nullable Object value) {
        if (of.equals("Dialing") || of.equals("Decline")) {
            return; // the page keeps what is dialled elsewhere, and declines in one way
        }
        if (value instanceof Duration duration) {
            json.addProperty(of.equals("StartRingTimer") ? "millis" : name, duration.toMillis());
        } else if (!(of.equals("CloseSession") && Boolean.FALSE.equals(value))) {
            json.add(name, json(value));
        }
    }

    private static JsonElement json(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Call call) {
            return JsonParser.parseString(WireCodec.write(call));
        }
        if (value instanceof CallException error) {
            return JsonParser.parseString(WireCodec.write(error));
        }
        if (value instanceof CallRequest request) {
            JsonObject json = new JsonObject();
            json.addProperty("receiverId", request.receiverId());
            json.addProperty("timeout", request.timeout().toSeconds());
            return json;
        }
        if (value instanceof Instant instant) {
            return new JsonPrimitive(instant.toEpochMilli());
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(camelCaseOf(constant));
        }
        throw new IllegalArgumentException("no word for " + value);
    }

    private static String camelCaseOf(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camelCase(name.toString());
    }

    private static String camelCase(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
