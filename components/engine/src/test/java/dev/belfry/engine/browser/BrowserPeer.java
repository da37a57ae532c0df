package dev.belfry.engine.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.SignaledCandidate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page that holds a call. For the thread that opened the browser. */
final class BrowserPeer implements Peer, AutoCloseable {
    private static final String ORIGIN = "https://peer.test/";
    private static final int IDLE_MILLIS = 20;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * How a page is to be.
     *
     * @param polite whether it gives way when both offer at once
     * @param codec what it prefers for pictures, as {@code VP8}; null for its own choice
     * @param configuration of its RTCPeerConnection
     */
    record Settings(boolean polite, @Nullable String codec, Map<String, Object> configuration) {
        static Settings of(boolean polite, @Nullable String codec) {
            return new Settings(polite, codec, Map.of());
        }
    }

    /** What a page sees and hears. */
    record Reading(String state, List<Object> errors, List<Seen> seen, List<Heard> heard) {}

    BrowserPeer(BrowserContext context, Settings settings) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.route(ORIGIN + "**", BrowserPeer::serve);
        page.navigate(ORIGIN + "peer.html");
        Map<String, Object> options = new HashMap<>();
        options.put("polite", settings.polite);
        options.put("codec", settings.codec);
        options.put("configuration", settings.configuration);
        page.evaluate("options => peer.open(options)", options);
    }

    /** Sends pictures with these corners. */
    void sendPicture(String id, int width, int height, Corners corners) {
        page.evaluate(
                "([id, width, height, colours]) => peer.sendPicture(id, width, height, colours)",
                List.of(id, width, height, corners.colours()));
    }

    /** Sends a sine. */
    void sendTone(String id, double hertz) {
        page.evaluate("([id, hertz]) => peer.sendTone(id, hertz)", List.of(id, hertz));
    }

    void mute(String id, boolean muted) {
        page.evaluate("([id, muted]) => peer.mute(id, muted)", List.of(id, muted));
    }

    void stopSending(String id) {
        page.evaluate("id => peer.stopSending(id)", id);
    }

    void restartIce() {
        page.evaluate("() => peer.restartIce()");
    }

    /** Ends the call, as the button of a page would; the page stays. */
    void hangUp() {
        page.evaluate("() => peer.close()");
    }

    /** Counts pictures, and times between them, from now on. */
    void restartReading() {
        page.evaluate("() => peer.restartReading()");
    }

    Reading read() {
        Fields read = Fields.of(page.evaluate("() => peer.read()"));
        List<Object> errors = new ArrayList<>(read.list("errors"));
        errors.addAll(complaints);
        return new Reading(
                read.text("state"),
                errors,
                read.objects("pictures").stream().map(BrowserPeer::seen).toList(),
                read.objects("tones").stream().map(BrowserPeer::heard).toList());
    }

    /** Returns whether a received picture has these corners. */
    boolean sees(Corners corners) {
        return read().seen.stream().anyMatch(each -> each.corners().match(corners));
    }

    boolean hears(double hertz) {
        return read().heard.stream().anyMatch(each -> each.is(hertz));
    }

    /** Returns its statistics of a type, as W3C has them. */
    List<Fields> stats(String type) {
        return Fields.listOf(page.evaluate("() => peer.stats()")).stream()
                .filter(each -> each.text("type").equals(type))
                .toList();
    }

    /** Lets the page go on for a moment. */
    void idle() {
        page.waitForTimeout(IDLE_MILLIS);
    }

    @Override
    public List<Signal> take() {
        return Fields.listOf(page.evaluate("() => peer.take()")).stream()
                .map(BrowserPeer::signal)
                .toList();
    }

    @Override
    public void receive(Signal signal) {
        Map<String, Object> message = new HashMap<>();
        if (signal instanceof Signal.Described described) {
            Description description = described.description();
            message.put(
                    "description",
                    Map.of("type", description.type().name().toLowerCase(Locale.ROOT), "sdp", description.sdp()));
        } else if (signal instanceof Signal.Found found) {
            SignaledCandidate candidate = found.candidate();
            Map<String, Object> fields = new HashMap<>();
            fields.put("candidate", candidate.candidate());
            fields.put("sdpMid", candidate.mid());
            fields.put("sdpMLineIndex", candidate.mLineIndex());
            fields.put("usernameFragment", candidate.ufrag());
            message.put("candidate", fields);
        }
        page.evaluate("signal => peer.receive(signal)", message);
    }

    @Override
    public String describe() {
        return read() + "\npairs " + stats("candidate-pair") + "\nin " + stats("inbound-rtp") + "\nout "
                + stats("outbound-rtp") + "\ntransport " + stats("transport");
    }

    @Override
    public void close() {
        context.close();
    }

    /** Serves the page from the test's resources; no request leaves the browser. */
    private static void serve(Route route) {
        String name = route.request().url().substring(ORIGIN.length());
        try (InputStream file = BrowserPeer.class.getResourceAsStream(name)) {
            if (file == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
                return;
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(name.endsWith(".js") ? "text/javascript" : "text/html")
                    .setBody(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signal signal(Fields signal) {
        Fields description = signal.object("description");
        if (description != null) {
            Description.Type type =
                    Description.Type.valueOf(description.text("type").toUpperCase(Locale.ROOT));
            return new Signal.Described(new Description(type, description.text("sdp")));
        }
        Fields candidate = signal.object("candidate");
        if (candidate == null) {
            return new Signal.Found(SignaledCandidate.end(null));
        }
        return new Signal.Found(new SignaledCandidate(
                candidate.text("candidate"),
                candidate.optional("sdpMid"),
                (int) candidate.number("sdpMLineIndex"),
                candidate.optional("usernameFragment")));
    }

    private static Seen seen(Fields picture) {
        List<List<Integer>> corners = picture.list("corners").stream()
                .map(corner -> ((List<?>) corner)
                        .stream().map(level -> ((Number) level).intValue()).toList())
                .toList();
        return new Seen(
                picture.text("mid"),
                (int) picture.number("width"),
                (int) picture.number("height"),
                (int) picture.number("frames"),
                picture.number("longestGap"),
                new Corners(corners));
    }

    private static Heard heard(Fields tone) {
        return new Heard(tone.text("mid"), tone.number("hertz"), tone.number("level"), tone.number("above"));
    }
}
