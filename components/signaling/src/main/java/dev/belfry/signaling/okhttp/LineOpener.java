package dev.belfry.signaling.okhttp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Opens a device's connections for events, to the node whose turn it is. Confined to one executor. */
final class LineOpener {
    private final OkHttpClient http;
    private final HubAddresses addresses;
    private final Executor executor;
    private final String uid;
    private final String deviceId;
    private final long start;
    private HttpUrl node;

    /**
     * Creates an opener.
     *
     * @param start a number that rises each time the device starts anew
     */
    LineOpener(LineParts parts, String uid, String deviceId, long start) {
        this.http = parts.sockets();
        this.addresses = parts.addresses();
        this.executor = parts.executor();
        this.uid = uid;
        this.deviceId = deviceId;
        this.start = start;
        this.node = addresses.current();
    }

    /**
     * Opens a connection.
     *
     * @param since the number of the last event that came; null if none did
     */
    LineSocket open(String token, @Nullable Long since, LineSocket.Receiver receiver) {
        node = addresses.current();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("device", deviceId);
        query.put("start", Long.toString(start));
        if (since != null) {
            query.put("since", Long.toString(since));
        }
        Request request = new Request.Builder()
                .url(HubAddresses.resource(node, List.of("v1", "events"), query))
                .header("Authorization", "Bearer " + token)
                .header("Belfry-Device", deviceId)
                .build();
        return LineSocket.open(http, request, executor, receiver);
    }

    /** Returns the address of the latest connection. */
    HttpUrl node() {
        return node;
    }

    String uid() {
        return uid;
    }
}
