package dev.belfry.hub.server;

import dev.belfry.hub.server.rest.RestApi;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Puts requests, event connections and the page behind one port. */
final class WebServer {
    private static final String EVENTS = "/v1/events";
    private static final String PAGE = "/dev/belfry/hub/page";
    private static final int MAX_THREADS = 200;
    private static final int MIN_THREADS = 8;
    private static final int IDLE_MILLIS = 60_000;
    private static final int WAITING_TO_BE_ACCEPTED = 1_024;
    private static final int CORS_SECONDS = 600;

    private final String host;
    private final int port;
    private final @Nullable Tls tls;
    private final Set<String> origins;
    private final boolean behindProxy;

    WebServer(String host, int port, @Nullable Tls tls, Set<String> origins, boolean behindProxy) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.origins = origins;
        this.behindProxy = behindProxy;
    }

    Javalin create(RestApi api, HttpServlet events) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.http.prefer405over404 = true;
            config.jetty.threadPool = threads();
            config.jetty.addConnector(this::connector);
            config.jetty.modifyServletContextHandler(context -> context.addServlet(new ServletHolder(events), EVENTS));
            page(config);
            cors(config);
            api.add(config.routes);
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS);
        threads.setName("belfry-hub-http");
        threads.setDaemon(true);
        return threads;
    }

    private Connector connector(Server server, HttpConfiguration configuration) {
        configuration.setSendServerVersion(false);
        if (behindProxy) {
            configuration.addCustomizer(new ForwardedRequestCustomizer());
        }
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        ServerConnector connector;
        if (tls == null) {
            connector = new ServerConnector(server, http);
        } else {
            configuration.addCustomizer(new SecureRequestCustomizer(false));
            SslContextFactory.Server contexts = tls.contexts();
            connector = new ServerConnector(server, contexts, http);
        }
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
        return connector;
    }

    private static void page(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = PAGE;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    private void cors(JavalinConfig config) {
        if (origins.isEmpty()) {
            return;
        }
        config.bundledPlugins.enableCors(plugin -> plugin.addRule(rule -> {
            origins.forEach(origin -> rule.allowHost(origin));
            rule.exposeHeader("Retry-After");
            rule.exposeHeader("X-Request-Id");
            rule.maxAge = CORS_SECONDS;
        }));
        config.routes.options("/v1/<path>", context -> context.status(200));
    }
}
