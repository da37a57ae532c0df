package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.Candidate;
import dev.belfry.call.spi.PeerMessage.Description;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerMessage.EndOfCandidates;
import org.jspecify.annotations.Nullable;

/**
 * What media says to media, in the words of the W3C's {@code RTCSessionDescriptionInit} and {@code RTCIceCandidateInit},
 * so that a browser page can hand it on as it is; {@code kind} tells which.
 */
final class PeerMessageJson {
    private static final String DESCRIPTION = "description";
    private static final String CANDIDATE = "candidate";
    private static final String END = "endOfCandidates";
    private static final String UFRAG = "usernameFragment";

    private PeerMessageJson() {}

    static JsonObject write(PeerMessage message) {
        JsonObject json = new JsonObject();
        if (message instanceof Description description) {
            json.addProperty("kind", DESCRIPTION);
            json.addProperty("type", EnumNames.name(description.type()));
            json.addProperty("sdp", description.sdp());
        } else if (message instanceof Candidate candidate) {
            json.addProperty("kind", CANDIDATE);
            json.addProperty("candidate", candidate.candidate());
            if (candidate.mid() != null) {
                json.addProperty("sdpMid", candidate.mid());
            }
            json.addProperty("sdpMLineIndex", candidate.mLineIndex());
            ufrag(json, candidate.ufrag());
        } else if (message instanceof EndOfCandidates end) {
            json.addProperty("kind", END);
            ufrag(json, end.ufrag());
        }
        return json;
    }

    static PeerMessage read(JsonFields json) throws CallException {
        return switch (json.text("kind")) {
            case DESCRIPTION ->
                new Description(
                        json.constant("type", DescriptionType.class), json.textUpTo("sdp", PeerMessage.MAX_SDP));
            case CANDIDATE -> candidate(json);
            case END -> new EndOfCandidates(json.textUpToOrNull(UFRAG, PeerMessage.MAX_UFRAG));
            default -> throw json.bad("kind", null);
        };
    }

    private static Candidate candidate(JsonFields json) throws CallException {
        String mid = json.textUpToOrNull("sdpMid", PeerMessage.MAX_MID);
        int section = json.has("sdpMLineIndex") ? json.count("sdpMLineIndex") : 0;
        if (section >= PeerMessage.MAX_SECTIONS) {
            throw json.bad("sdpMLineIndex", null);
        }
        return new Candidate(
                json.textUpTo("candidate", PeerMessage.MAX_CANDIDATE),
                mid,
                section,
                json.textUpToOrNull(UFRAG, PeerMessage.MAX_UFRAG));
    }

    private static void ufrag(JsonObject json, @Nullable String ufrag) {
        if (ufrag != null) {
            json.addProperty(UFRAG, ufrag);
        }
    }
}
