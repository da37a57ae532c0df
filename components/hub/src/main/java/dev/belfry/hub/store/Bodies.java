package dev.belfry.hub.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.belfry.call.CallException;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.signaling.wire.WireCodec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Records and events as the JSON in which the database keeps them. A record's fields have the names of its components,
 * its moments are nanoseconds since 1970, its durations nanoseconds; an event is what it is on the wire. Thread-safe.
 */
final class Bodies {
    private final Gson gson = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapter(
                    Instant.class, new AsNanos<>(Moments::nanos, Moments::instant, Instant::parse).nullSafe())
            .registerTypeAdapter(
                    Duration.class, new AsNanos<>(Duration::toNanos, Duration::ofNanos, Duration::parse).nullSafe())
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

    /** A time as a number: as text, which the first version wrote and is still read, it is a twentieth of a hub's work. */
    private static final class AsNanos<T> extends TypeAdapter<T> {
        private final ToLongFunction<T> nanos;
        private final LongFunction<T> time;
        private final Function<String, T> parse;

        AsNanos(ToLongFunction<T> nanos, LongFunction<T> time, Function<String, T> parse) {
            this.nanos = nanos;
            this.time = time;
            this.parse = parse;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(nanos.applyAsLong(value));
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return in.peek() == JsonToken.NUMBER ? time.apply(in.nextLong()) : parse.apply(in.nextString());
        }
    }
}
