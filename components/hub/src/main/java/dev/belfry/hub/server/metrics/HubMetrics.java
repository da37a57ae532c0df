package dev.belfry.hub.server.metrics;

import dev.belfry.call.CallStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * What a node counts and measures, for Prometheus. Thread-safe.
 *
 * @since 0.1
 */
public final class HubMetrics {
    /** The type of the text that {@link #write} writes. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter calls = Counter.builder()
            .name("belfry_call_commands_total")
            .help("Commands about calls that were carried out and calls that the hub ended, by the status then.")
            .labelNames("status")
            .register(registry);
    private final Counter events = Counter.builder()
            .name("belfry_events_sent_total")
            .help("Events sent to devices.")
            .register(registry);
    private final Counter storeErrors = Counter.builder()
            .name("belfry_store_errors_total")
            .help("Requests and commands that failed since the store could not be reached.")
            .register(registry);
    private final Histogram requests = Histogram.builder()
            .name("belfry_request_duration_seconds")
            .help("How long requests took, by route and status.")
            .labelNames("method", "route", "status")
            .classicOnly()
            .classicUpperBounds(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
            .register(registry);

    /** Creates metrics at zero. */
    public HubMetrics() {}

    /** Adds how many event connections are open. */
    public void connections(IntSupplier open) {
        GaugeWithCallback.builder()
                .name("belfry_event_connections")
                .help("Open event connections.")
                .callback(gauge -> gauge.call(open.getAsInt()))
                .register(registry);
    }

    /** Counts events sent. */
    public void eventsSent(int count) {
        events.inc(count);
    }

    /** Counts a failure of the store. */
    public void storeFailed() {
        storeErrors.inc();
    }

    /** Counts a command about a call that was carried out, or a call that the hub ended by itself. */
    public void callChanged(CallStatus status) {
        calls.labelValues(status.name().toLowerCase(Locale.ROOT)).inc();
    }

    /** Measures a request. */
    public void requested(String method, String route, int status, long nanos) {
        requests.labelValues(method, route, Integer.toString(status)).observe(nanos / NANOS_PER_SECOND);
    }

    /** Writes everything as Prometheus reads it. */
    public void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
