package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the hub.
 *
 * @param path its path's segments, not yet escaped
 * @param query its parameters, not yet escaped
 * @param body JSON to post, or null to get
 * @param reader makes the answer of its body
 */
record HubRequest<T>(
        List<String> path,
        Map<String, String> query,
        @Nullable String body,
        Reader<T> reader) {
    static final String CALLS = "calls";
    private static final String VERSION = "v1";

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader<T> {
        /** Any thread. */
        T read(String json) throws CallException;
    }

    static <T> HubRequest<T> get(Reader<T> reader, String... path) {
        return new HubRequest<>(versioned(path), Map.of(), null, reader);
    }

    static <T> HubRequest<T> post(Reader<T> reader, String body, String... path) {
        return new HubRequest<>(versioned(path), Map.of(), body, reader);
    }

    HubRequest<T> with(Map<String, String> parameters) {
        return new HubRequest<>(path, parameters, body, reader);
    }

    /**
     * Refuses a path that would lead elsewhere.
     *
     * @throws CallException ERR_BAD_REQUEST, or ERR_EMPTY_CALL_SESSION_ID
     */
    void validate() throws CallException {
        if (path.contains("") && path.get(1).equals(CALLS)) {
            throw new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        for (String segment : path) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw CallException.badRequest("id");
            }
        }
    }

    private static List<String> versioned(String... path) {
        List<String> all = new ArrayList<>();
        all.add(VERSION);
        all.addAll(List.of(path));
        return List.copyOf(all);
    }
}
