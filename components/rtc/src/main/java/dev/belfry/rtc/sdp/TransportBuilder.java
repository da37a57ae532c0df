package dev.belfry.rtc.sdp;

import dev.belfry.rtc.RtcException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers how a section, or the whole session, is reached and secured. */
final class TransportBuilder {
    private final Set<String> iceOptions = new LinkedHashSet<>();
    private final List<CertificateFingerprint> fingerprints = new ArrayList<>();
    private final List<String> candidates = new ArrayList<>();
    private @Nullable String iceUfrag;
    private @Nullable String icePassword;
    private @Nullable SetupRole setup;
    private boolean endOfCandidates;

    void iceUfrag(SdpLine line) throws RtcException {
        iceUfrag = line.words().next("ufrag");
    }

    void icePassword(SdpLine line) throws RtcException {
        icePassword = line.words().next("password");
    }

    void iceOptions(SdpLine line) throws RtcException {
        Words words = line.words();
        while (words.hasNext()) {
            Bounded.add(iceOptions, words.next("option"), Bounded.OPTIONS, line);
        }
    }

    void fingerprint(SdpLine line) throws RtcException {
        Words words = line.words();
        String hash = words.next("hash function").toLowerCase(Locale.ROOT);
        String value = words.next("fingerprint");
        Bounded.add(fingerprints, new CertificateFingerprint(hash, value), Bounded.FINGERPRINTS, line);
    }

    void setup(SdpLine line) throws RtcException {
        String value = line.words().next("role");
        for (SetupRole role : SetupRole.values()) {
            if (role.value().equals(value)) {
                setup = role;
                return;
            }
        }
        throw line.malformed("no role");
    }

    void candidate(SdpLine line) throws RtcException {
        Bounded.add(candidates, line.value(), Bounded.CANDIDATES, line);
    }

    void endOfCandidates() {
        endOfCandidates = true;
    }

    /** Returns what was gathered; what is not said is as the session says it. */
    TransportDescription build(TransportBuilder session) {
        return new TransportDescription(
                iceUfrag != null ? iceUfrag : session.iceUfrag,
                icePassword != null ? icePassword : session.icePassword,
                iceOptions.isEmpty() ? session.iceOptions : iceOptions,
                fingerprints.isEmpty() ? session.fingerprints : fingerprints,
                setup != null ? setup : session.setup,
                candidates,
                endOfCandidates || session.endOfCandidates);
    }
}
