package dev.belfry.demo.hub;

import dev.belfry.call.CallException;
import dev.belfry.hub.server.HubServer;
import dev.belfry.hub.server.HubServerBuilder;
import dev.belfry.hub.server.Tls;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub}: serves until it is told to end. */
@Command(name = "hub", mixinStandardHelpOptions = true, resourceBundle = "dev.belfry.demo.hub.hub")
public final class HubCommand implements Callable<Integer> {
    private static final Path USUAL_FOLDER = Path.of("belfry-hub");
    private static final String KEY_FILE = "api-key";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "host")
    private String host = "127.0.0.1";

    @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "public-url")
    private @Nullable URI publicUrl;

    @Option(names = "--api-key-file", paramLabel = "FILE", descriptionKey = "api-key-file")
    private @Nullable Path apiKeyFile;

    @Option(names = "--behind-proxy", descriptionKey = "behind-proxy")
    private boolean behindProxy;

    @Option(names = "--metrics-need-key", descriptionKey = "metrics-need-key")
    private boolean metricsNeedKey;

    @Option(names = "--no-limits", descriptionKey = "no-limits")
    private boolean noLimits;

    @Option(names = "--no-people", descriptionKey = "no-people")
    private boolean noPeople;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private MediaServerOptions servers = new MediaServerOptions();

    @ArgGroup(exclusive = false)
    private TlsOptions tls = new TlsOptions();

    /** Serves until the program is ended from outside; then everything is closed. */
    @Override
    public Integer call() throws IOException, CallException, InterruptedException {
        HubServer server = serve();
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "hub-end"));
        never.await();
        return 0;
    }

    /** Starts the hub and says where it is. */
    HubServer serve() throws IOException, CallException {
        Path folder = Files.createDirectories(store.data(USUAL_FOLDER));
        Path key = apiKeyFile == null ? folder.resolve(KEY_FILE) : apiKeyFile;
        HubServerBuilder builder = HubServer.builder().host(host).port(port).apiKey(KeyFile.readOrMake(key));
        keepIn(builder, folder);
        Tls proof = tls.read();
        if (proof != null) {
            builder.tls(proof);
        }
        if (publicUrl != null) {
            builder.publicUri(publicUrl);
        }
        if (behindProxy) {
            builder.behindProxy();
        }
        if (metricsNeedKey) {
            builder.metricsNeedKey();
        }
        servers.name(builder);
        if (noLimits) {
            builder.limits(OpenLimits.LIMITS);
        }
        HubServer server = builder.start();
        if (!noPeople) {
            People.addIfNobody(server.accounts());
        }
        say("serving", server.uri());
        say("key", key.toAbsolutePath());
        return server;
    }

    private void keepIn(HubServerBuilder builder, Path folder) throws IOException {
        PostgresOptions postgres = store.postgres();
        if (postgres == null) {
            builder.data(folder);
        } else {
            builder.jdbc(postgres.url(), postgres.user(), postgres.password());
        }
    }

    private void say(String key, Object value) {
        PrintWriter print = spec.commandLine().getOut();
        print.println(String.format(spec.resourceBundle().getString(key), value));
        print.flush();
    }
}
