package dev.belfry.demo.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.demo.node.HubProcess;
import dev.belfry.hub.server.HubServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubCommandTest {
    private static final String PASSWORD = "for-this-test";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void the_first_start_makes_a_key_and_people_and_says_where_the_hub_is() throws Exception {
        try (HubServer hub = serve()) {
            assertThat(said.toString())
                    .contains(hub.uri().toString())
                    .contains(folder.resolve("api-key").toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("api-key"))))
                    .isEqualTo("rw-------");
            assertThat(hub.accounts().search("")).extracting(User::uid).containsExactlyInAnyOrder("alice", "bob");
            assertThat(hub.accounts().group("friends")).map(Group::membersCount).contains(2);
            HttpResponse<String> page =
                    get(HttpClient.newHttpClient(), hub.uri().resolve("/"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html");
        }
    }

    @Test
    void who_is_there_and_the_key_outlast_a_restart() throws Exception {
        String key;
        try (HubServer hub = serve()) {
            hub.accounts().put(User.of("zoe", "Zoë"));
            key = KeyFile.read(folder.resolve("api-key"));
        }
        try (HubServer hub = serve()) {
            assertThat(hub.accounts().search("")).extracting(User::uid).contains("zoe");
            assertThat(KeyFile.read(folder.resolve("api-key"))).isEqualTo(key);
        }
    }

    @Test
    void nobody_is_added_where_that_is_not_wanted() throws Exception {
        try (HubServer hub = serve("--no-people")) {
            assertThat(hub.accounts().search("")).isEmpty();
        }
    }

    @Test
    void it_names_turn_servers_and_shows_figures_to_who_has_the_key() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "of-coturn\n");
        try (HubServer hub = serve(
                "--metrics-need-key",
                "--turn",
                "turn:turn.example.org:3478?transport=udp",
                "--turn-secret-file",
                secret.toString())) {
            HttpClient http = HttpClient.newHttpClient();
            URI metrics = hub.uri().resolve("/metrics");
            assertThat(get(http, metrics).statusCode()).isEqualTo(401);
            HttpRequest.Builder withKey = HttpRequest.newBuilder()
                    .header("Authorization", "Bearer " + KeyFile.read(folder.resolve("api-key")));
            assertThat(http.send(withKey.copy().uri(metrics).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> serve("--turn", "turn:turn.example.org:3478"))
                .isInstanceOf(CommandLine.MissingParameterException.class);
    }

    @Test
    void it_serves_over_tls() throws Exception {
        Path store = folder.resolve("hub.p12");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        makeKeyStore(store);
        try (HubServer hub = serve("--tls-keystore", store.toString(), "--tls-password-file", password.toString())) {
            assertThat(hub.uri().getScheme()).isEqualTo("https");
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();
            URI health = URI.create("https://localhost:" + hub.port() + "/health");
            assertThat(get(trusting, health).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_hub_of_its_own_runs_until_it_is_told_to_end() throws Exception {
        Path log = folder.resolve("log");
        List<String> options = List.of("--data", folder.resolve("data").toString());
        ProcessHandle process;
        try (HubProcess hub = HubProcess.start(HubProcess.freePort(), List.of(), options, log)) {
            hub.awaitUp();
            process = hub.handle();
            assertThat(get(HttpClient.newHttpClient(), hub.uri().resolve("health"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(Files.readString(log)).contains("The hub is at").doesNotContain("Exception");
    }

    private HubServer serve(String... more) throws Exception {
        HubCommand command = new HubCommand();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(said, true));
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", folder.toString()));
        arguments.addAll(List.of(more));
        line.parseArgs(arguments.toArray(String[]::new));
        return command.serve();
    }

    private static HttpResponse<String> get(HttpClient http, URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void makeKeyStore(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static SSLContext trusting(Path keyStore) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("hub", trusted.getCertificate("mykey"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
