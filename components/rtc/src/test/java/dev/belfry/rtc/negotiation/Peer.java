package dev.belfry.rtc.negotiation;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.CertificateFingerprint;
import dev.belfry.rtc.sdp.SessionDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** One side, and what it sent and came to. */
final class Peer implements NegotiationPort {
    static final List<Codec> CODECS = List.of(Codec.OPUS, Codec.VP8, Codec.VP9, Codec.H264);

    final Negotiator negotiator;
    final Deque<Message> sent = new ArrayDeque<>();
    final List<Agreement> agreements = new ArrayList<>();
    private final int number;
    private int round;
    private long ssrc;

    /** A description on its way. */
    record Message(boolean offer, String text) {
        SessionDescription read() throws RtcException {
            return SessionDescription.parse(text);
        }
    }

    Peer(boolean polite) {
        this(polite, CODECS);
    }

    Peer(boolean polite, List<Codec> codecs) {
        this(polite, MediaCapabilities.of(codecs));
    }

    Peer(boolean polite, MediaCapabilities capabilities) {
        number = polite ? 2 : 1;
        ssrc = number * 1000L;
        negotiator = new Negotiator(capabilities, polite, number, this);
    }

    Transceiver add(MediaKind kind) {
        return negotiator.addTrack(kind, source("stream"));
    }

    LocalSource source(String stream) {
        ssrc += 2;
        boolean audio = stream.equals("sound");
        return new LocalSource(stream, "track" + ssrc, "cname" + number, ssrc, audio ? LocalSource.NO_RTX : ssrc + 1);
    }

    Peer withAudioAndVideo() {
        negotiator.addTrack(MediaKind.AUDIO, source("sound"));
        negotiator.addTrack(MediaKind.VIDEO, source("camera"));
        return this;
    }

    void receive(Message message) throws RtcException {
        if (message.offer()) {
            negotiator.receiveOffer(message.text());
        } else {
            negotiator.receiveAnswer(message.text());
        }
    }

    /** Offers, and gets it answered. */
    void offerTo(Peer other) throws RtcException {
        negotiator.update();
        settle(this, other);
    }

    /** Delivers everything both send until they are silent. */
    static void settle(Peer a, Peer b) throws RtcException {
        for (int i = 0; i < 20 && !(a.sent.isEmpty() && b.sent.isEmpty()); i++) {
            if (!a.sent.isEmpty()) {
                b.receive(a.sent.remove());
            }
            if (!b.sent.isEmpty()) {
                a.receive(b.sent.remove());
            }
        }
    }

    Message next() {
        return Objects.requireNonNull(sent.poll(), "nothing was sent");
    }

    Agreement agreement() {
        return Objects.requireNonNull(negotiator.agreement(), "nothing was agreed on");
    }

    NegotiatedMedia media(int index) {
        return agreement().media().stream()
                .filter(media -> media.index() == index)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public LocalTransport localTransport(boolean newRound) {
        if (newRound) {
            round++;
        }
        return transport(number, round);
    }

    private static LocalTransport transport(int number, int round) {
        String fingerprint = "A" + number + ":BC";
        return new LocalTransport(
                "u" + number + "r" + round,
                "password" + number + "r" + round,
                new CertificateFingerprint("sha-256", fingerprint),
                List.of("candidate:1 1 udp 2130706431 192.0.2." + number + " 40000 typ host"),
                false);
    }

    @Override
    public void agreed(Agreement agreement) {
        agreements.add(agreement);
    }

    @Override
    public void sendOffer(String description) {
        sent.add(new Message(true, description));
    }

    @Override
    public void sendAnswer(String description) {
        sent.add(new Message(false, description));
    }

    /** Returns a recorded description. */
    static String recorded(String name) {
        try (InputStream in = Peer.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
