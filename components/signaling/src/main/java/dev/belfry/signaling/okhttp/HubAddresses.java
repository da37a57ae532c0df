package dev.belfry.signaling.okhttp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** The addresses of a hub's nodes: one is in use, and where it fails, the next. Confined to one executor. */
final class HubAddresses {
    private final List<HttpUrl> nodes;
    private int current;

    private HubAddresses(List<HttpUrl> nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns addresses to begin with the first of.
     *
     * @throws IllegalArgumentException if one is not an http or https URL without query and fragment
     */
    static HubAddresses of(List<URI> uris) {
        return new HubAddresses(uris.stream().map(HubAddresses::url).toList());
    }

    HttpUrl current() {
        return nodes.get(current);
    }

    /** Goes to the next address, unless that was done since. */
    void failed(HttpUrl node) {
        if (node.equals(current())) {
            current = (current + 1) % nodes.size();
        }
    }

    /** Returns the URL of a resource on a node: each segment of its path and each parameter is escaped. */
    static HttpUrl resource(HttpUrl node, List<String> path, Map<String, String> query) {
        HttpUrl.Builder url = node.newBuilder();
        path.forEach(url::addPathSegment);
        query.forEach(url::addQueryParameter);
        return url.build();
    }

    private static HttpUrl url(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        if (url == null || url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException("the address of a hub is an http or https URL, not " + uri);
        }
        return url;
    }
}
