package dev.belfry.hub.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.belfry.call.CallException;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.signaling.wire.WireCodec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Records and events as the JSON in which the database keeps them. A record's fields have the names of its components,
 * its moments and durations are in ISO 8601; an event is what it is on the wire. Thread-safe.
 */
final class Bodies {
    private final Gson gson = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, new AsText<>(Instant::parse).nullSafe())
            .registerTypeAdapter(Duration.class, new AsText<>(Duration::parse).nullSafe())
            .create();

    String write(CallRecord record) {
        return gson.toJson(record);
    }

    CallRecord readRecord(String body) {
        try {
            return gson.fromJson(body, CallRecord.class);
        } catch (JsonParseException malformed) {
            throw new IllegalStateException("a stored record cannot be read", malformed);
        }
    }

    String write(SignalingEvent event) {
        return WireCodec.write(event);
    }

    SignalingEvent readEvent(String body) {
        try {
            return WireCodec.readEvent(body);
        } catch (CallException malformed) {
            throw new IllegalStateException("a stored event cannot be read", malformed);
        }
    }

    /** A value as the text that its {@code toString} gives. */
    private static final class AsText<T> extends TypeAdapter<T> {
        private final Function<String, T> parse;

        AsText(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return parse.apply(in.nextString());
        }
    }
}
