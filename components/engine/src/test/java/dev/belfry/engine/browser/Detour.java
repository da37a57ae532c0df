package dev.belfry.engine.browser;

import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.SignaledCandidate;
import dev.belfry.testkit.UdpRelay;
import dev.belfry.testkit.UdpRelaySide;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads a call through a relay: each side hears of one candidate of the other, which stands at the relay. */
final class Detour {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ADDRESS = 4;
    private static final int PORT = 5;

    private Detour() {}

    /** Returns a line that tells each side it finds the other at the relay, the browser on its left. */
    static Line through(UdpRelay relay, BrowserPeer browser, Peer other) {
        return new Line(browser, other, moved(relay.right(), relay.left()), moved(relay.left(), relay.right()));
    }

    /** Says to a side of the relay where the speaker is, and to the listener that he is at the relay. */
    private static Function<Signal, Stream<Signal>> moved(UdpRelaySide speakers, UdpRelaySide listeners) {
        return signal -> {
            if (signal instanceof Signal.Described described) {
                return Stream.of(new Signal.Described(withoutCandidates(described.description())));
            }
            SignaledCandidate candidate = ((Signal.Found) signal).candidate();
            String[] words = candidate.candidate().split(" ");
            if (candidate.isEnd()) {
                return Stream.of(signal);
            }
            if (!words[ADDRESS].equals(LOOPBACK) || !words[2].equalsIgnoreCase("udp")) {
                return Stream.of();
            }
            speakers.peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[PORT])));
            words[PORT] = Integer.toString(listeners.address().getPort());
            return Stream.of(new Signal.Found(new SignaledCandidate(
                    String.join(" ", words), candidate.mid(), candidate.mLineIndex(), candidate.ufrag())));
        };
    }

    private static Description withoutCandidates(Description description) {
        String sdp = Arrays.stream(description.sdp().split("\r\n"))
                .filter(line -> !line.startsWith("a=candidate:"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return new Description(description.type(), sdp);
    }
}
