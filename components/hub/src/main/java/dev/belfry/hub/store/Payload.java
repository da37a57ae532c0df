package dev.belfry.hub.store;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What nodes tell each other: a JSON array of the node's name and of uids. PostgreSQL carries less than 8,000 bytes; a
 * uid that is too long for that is left out.
 */
final class Payload {
    private static final int MAX_BYTES = 7_900;

    private final Gson gson = new Gson();
    private final String node;

    Payload(String node) {
        this.node = node;
    }

    List<String> write(Collection<String> uids) {
        List<String> payloads = new ArrayList<>();
        List<String> current = new ArrayList<>(List.of(node));
        int base = size(node) + 2;
        int bytes = base;
        for (String uid : uids) {
            int more = size(uid) + 1;
            if (bytes + more > MAX_BYTES && current.size() > 1) {
                payloads.add(gson.toJson(current));
                current = new ArrayList<>(List.of(node));
                bytes = base;
            }
            if (bytes + more <= MAX_BYTES) {
                current.add(uid);
                bytes += more;
            }
        }
        if (current.size() > 1) {
            payloads.add(gson.toJson(current));
        }
        return payloads;
    }

    /** Returns the uids that another node told of; none if it was this one, or nobody's. */
    List<String> read(String payload) {
        try {
            String[] words = gson.fromJson(payload, String[].class);
            boolean others = words != null && words.length > 1 && !node.equals(words[0]);
            return others ? List.of(words).subList(1, words.length) : List.of();
        } catch (JsonParseException foreign) {
            return List.of();
        }
    }

    private int size(String text) {
        return gson.toJson(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
