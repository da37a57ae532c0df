package dev.belfry.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import dev.belfry.call.CallException;
import dev.belfry.hub.server.HubServer;
import dev.belfry.testkit.Chromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A hub with Alice, Bob and Carla, and the pages that are open on it. For the browser's thread. */
final class Pages implements AutoCloseable {
    private static final String API_KEY = "a key for a back end";
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Chromium chromium;
    private final HubServer hub;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Tab> tabs = new ArrayList<>();

    Pages(Chromium chromium) throws CallException {
        this.chromium = chromium;
        hub = HubServer.builder()
                .user("alice", "Alice Archer")
                .user("bob", "Bob Bellini")
                .user("carla", "Carla Campos")
                .apiKey(API_KEY)
                .start();
    }

    /** Opens a user's phone. */
    Tab open(String uid) {
        return open(uid, new Browser.NewContextOptions());
    }

    Tab open(String uid, Browser.NewContextOptions options) {
        Tab tab = tab(options);
        tab.page.navigate(link(uid));
        tab.awaitHome();
        return tab;
    }

    /** Returns a tab that has nothing open yet. */
    Tab tab(Browser.NewContextOptions options) {
        BrowserContext context = chromium.open(options);
        Tab tab = new Tab(context);
        tabs.add(tab);
        return tab;
    }

    /** Returns the address of a user's phone. */
    String link(String uid) {
        return address("#token=" + hub.issueToken(uid, TOKEN_LIFE));
    }

    String address(String path) {
        return hub.uri().resolve("/") + path;
    }

    /** Makes a link with which somebody may call Bob. */
    String guestLink() throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("receiverId", "bob");
        body.addProperty("receiverType", "user");
        body.addProperty("name", "Gina Guest");
        return post("v1/guest-links", API_KEY, body).get("url").getAsString();
    }

    /** Has Alice call Bob, without a page of hers, for five seconds. */
    void callBriefly() throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("receiverId", "bob");
        body.addProperty("receiverType", "user");
        body.addProperty("type", "audio");
        body.addProperty("timeout", 5);
        post("v1/calls", hub.issueToken("alice", TOKEN_LIFE), body);
    }

    /** Closes all, and checks that no page had anything to complain of. */
    @Override
    public void close() {
        List<String> complaints =
                tabs.stream().flatMap(tab -> tab.complaints().stream()).toList();
        tabs.forEach(Tab::close);
        hub.close();
        assertThat(complaints).isEmpty();
    }

    private JsonObject post(String path, String token, JsonObject body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + token)
                .header("Belfry-Device", "a-device")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
