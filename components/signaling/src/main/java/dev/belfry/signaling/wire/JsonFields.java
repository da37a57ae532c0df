package dev.belfry.signaling.wire;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object, trusting nothing: every length is bounded, every type checked. */
final class JsonFields {
    private static final int MAX_TEXT = 262_144;
    private static final int MAX_LIST_TEXT = 4_194_304;
    private static final int MAX_STRING = 8_192;
    private static final int MAX_DEPTH = 16;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Gson GSON = new Gson();

    private final String path;
    private final JsonObject object;

    private JsonFields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    static JsonFields of(JsonObject object) {
        return new JsonFields("", object);
    }

    /** Parses a text that holds one JSON object and nothing else. */
    static JsonFields parse(String text) throws CallException {
        return parse(text, MAX_TEXT);
    }

    /** Parses the hub's answer with a list in it, which may be longer. */
    static JsonFields parseList(String text) throws CallException {
        return parse(text, MAX_LIST_TEXT);
    }

    private static JsonFields parse(String text, int maxLength) throws CallException {
        if (text.length() > maxLength) {
            throw CallException.badRequest("body");
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            JsonElement element = GSON.getAdapter(JsonElement.class).read(reader);
            if (!(element instanceof JsonObject object) || reader.peek() != JsonToken.END_DOCUMENT) {
                throw CallException.badRequest("body");
            }
            return new JsonFields("", object);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException malformed) {
            throw new CallException(ErrorCode.ERR_BAD_REQUEST, "body", malformed);
        }
    }

    boolean has(String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    JsonFields object(String name) throws CallException {
        if (object.get(name) instanceof JsonObject value) {
            return new JsonFields(path + name + ".", value);
        }
        throw bad(name, null);
    }

    /** The objects of an array, at most so many. */
    List<JsonFields> objects(String name, int max) throws CallException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement element : array(name, max)) {
            if (!(element instanceof JsonObject value)) {
                throw bad(name, null);
            }
            objects.add(new JsonFields(path + name + "." + objects.size() + ".", value));
        }
        return objects;
    }

    /** The strings of an array, at most so many. */
    List<String> texts(String name, int max) throws CallException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name, max)) {
            if (!(element instanceof JsonPrimitive value)
                    || !value.isString()
                    || value.getAsString().length() > MAX_STRING) {
                throw bad(name, null);
            }
            texts.add(value.getAsString());
        }
        return texts;
    }

    String text(String name) throws CallException {
        return textUpTo(name, MAX_STRING);
    }

    String textUpTo(String name, int maxLength) throws CallException {
        JsonPrimitive value = primitive(name);
        String text = value.getAsString();
        if (!value.isString() || text.length() > maxLength) {
            throw bad(name, null);
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) throws CallException {
        return has(name) ? text(name) : null;
    }

    @Nullable
    String textUpToOrNull(String name, int maxLength) throws CallException {
        return has(name) ? textUpTo(name, maxLength) : null;
    }

    boolean flag(String name) throws CallException {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw bad(name, null);
        }
        return value.getAsBoolean();
    }

    /** A whole number of at most 15 digits. */
    long number(String name) throws CallException {
        JsonPrimitive value = primitive(name);
        if (!value.isNumber() || !WHOLE.matcher(value.getAsString()).matches()) {
            throw bad(name, null);
        }
        return Long.parseLong(value.getAsString());
    }

    int count(String name) throws CallException {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw bad(name, null);
        }
        return (int) number;
    }

    /** A whole number from 0. */
    private long size(String name) throws CallException {
        long number = number(name);
        if (number < 0) {
            throw bad(name, null);
        }
        return number;
    }

    Duration millis(String name) throws CallException {
        return Duration.ofMillis(size(name));
    }

    @Nullable
    Duration secondsOrNull(String name) throws CallException {
        return has(name) ? seconds(name) : null;
    }

    Duration seconds(String name) throws CallException {
        return Duration.ofSeconds(size(name));
    }

    Instant unixMillis(String name) throws CallException {
        return Instant.ofEpochMilli(number(name));
    }

    Instant unixSeconds(String name) throws CallException {
        return Instant.ofEpochSecond(number(name));
    }

    @Nullable
    Instant unixSecondsOrNull(String name) throws CallException {
        return has(name) ? unixSeconds(name) : null;
    }

    @Nullable
    URI uriOrNull(String name) throws CallException {
        if (!has(name)) {
            return null;
        }
        try {
            return new URI(text(name));
        } catch (URISyntaxException malformed) {
            throw bad(name, malformed);
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) throws CallException {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (EnumNames.name(constant).equals(text)) {
                return constant;
            }
        }
        throw bad(name, null);
    }

    <E extends Enum<E>> @Nullable E constantOrNull(String name, Class<E> type) throws CallException {
        return has(name) ? constant(name, type) : null;
    }

    CallException bad(String name, @Nullable Exception cause) {
        return new CallException(ErrorCode.ERR_BAD_REQUEST, path + name, cause);
    }

    private JsonArray array(String name, int max) throws CallException {
        if (object.get(name) instanceof JsonArray value && value.size() <= max) {
            return value;
        }
        throw bad(name, null);
    }

    private JsonPrimitive primitive(String name) throws CallException {
        if (object.get(name) instanceof JsonPrimitive value) {
            return value;
        }
        throw bad(name, null);
    }
}
