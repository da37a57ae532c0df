package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a connection through offers and answers (RFC 8829). Whoever calls knows whose turn it is; a method
 * that fails has changed nothing.
 */
final class OfferAnswer {
    private final MediaCapabilities capabilities;
    private final Numbers numbers = new Numbers();
    private final DescriptionWriter writer;
    private final MediaReader reader;
    private final List<Transceiver> transceivers = new ArrayList<>();
    private final Set<String> usedMids = new HashSet<>();
    private List<Section> stable = List.of();
    private @Nullable Pending pending;
    private @Nullable Agreement agreement;

    OfferAnswer(MediaCapabilities capabilities, long sessionId) {
        this.capabilities = capabilities;
        writer = new DescriptionWriter(capabilities, numbers, sessionId);
        reader = new MediaReader(capabilities);
    }

    /**
     * An offer that waits for its answer.
     *
     * @param transport what an offer of the peer means for the transport; null for an offer of this side
     */
    private record Pending(
            SessionDescription offer,
            List<Section> sections,
            @Nullable TransportAgreement transport) {}

    /** What this side answers, and what that comes to. */
    record Answer(SessionDescription description, Agreement agreement) {}

    List<Transceiver> transceivers() {
        return List.copyOf(transceivers);
    }

    void add(Transceiver transceiver) {
        transceivers.add(transceiver);
    }

    /** Returns whether the transceivers want something that was not described (W3C WebRTC 1.0 section 4.7.3). */
    boolean isOutdated() {
        return !free().isEmpty() || stable.stream().anyMatch(Section::isOutdated);
    }

    /** Returns whether an offer would have a section that is not rejected, and so say where this side is. */
    boolean hasMedia() {
        return transceivers.stream().anyMatch(transceiver -> !transceiver.isStopped());
    }

    @Nullable
    Agreement agreement() {
        return agreement;
    }

    /** Returns the direction that the peer last offered for a transceiver; null if it did not. */
    @Nullable
    Direction offeredTo(Transceiver transceiver) {
        return stable.stream()
                .filter(section -> section.transceiver() == transceiver)
                .map(Section::offered)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Makes an offer of everything the transceivers want. */
    SessionDescription offer(LocalTransport transport) {
        List<Transceiver> free = new ArrayList<>(free());
        List<Section> sections = new ArrayList<>();
        for (Section section : stable) {
            Transceiver transceiver = section.transceiver();
            if (transceiver != null && !transceiver.isStopped()) {
                sections.add(section.described(transceiver.described(), null));
            } else {
                sections.add(transceiver == null ? reused(section, free) : section.rejected());
            }
        }
        free.forEach(transceiver -> sections.add(Section.of(newMid(), transceiver)));
        SessionDescription offer = writer.offer(sections, transport);
        pending = new Pending(offer, sections, null);
        return offer;
    }

    /** Returns a section in the place of one that is rejected, if a transceiver waits for such (RFC 8829 section 5.2.2). */
    private Section reused(Section rejected, List<Transceiver> free) {
        for (Transceiver transceiver : free) {
            if (Section.mediaOf(transceiver.kind()).equals(rejected.media())) {
                free.remove(transceiver);
                return Section.of(newMid(), transceiver);
            }
        }
        return rejected.rejected();
    }

    /** Takes an offer of the peer; one of this side that still waits is withdrawn (RFC 8829 section 4.1.10.2). */
    void applyOffer(SessionDescription offer) throws RtcException {
        List<Section> sections = new Association(capabilities, stable, free()).of(offer);
        TransportAgreement transport = TransportAgreement.of(offer, Section.accepted(sections), false, agreement);
        numbers.learn(offer);
        offer.media().stream()
                .map(MediaDescription::mid)
                .filter(Objects::nonNull)
                .forEach(usedMids::add);
        pending = new Pending(offer, sections, transport);
    }

    /** Returns whether the offer of the peer begins a new round of ICE. */
    boolean isRestartOffered() {
        return pending != null
                && pending.transport() != null
                && pending.transport().iceRestarted();
    }

    /** Returns the section that the peer's candidates are for, as far as it described any. */
    @Nullable
    String remoteTransportMid() {
        if (pending != null && pending.transport() != null) {
            return pending.transport().mid();
        }
        return agreement == null ? null : agreement.transportMid();
    }

    /** Returns the section that this side's candidates are for. */
    @Nullable
    String localTransportMid() {
        if (pending != null && pending.transport() == null) {
            return Bundle.mids(pending.offer()).stream().findFirst().orElse(null);
        }
        return remoteTransportMid();
    }

    /** Answers the offer of the peer. */
    Answer answer(LocalTransport local) {
        Pending offered = Objects.requireNonNull(pending);
        TransportAgreement transport = Objects.requireNonNull(offered.transport());
        SessionDescription answer = writer.answer(offered.offer(), offered.sections(), transport, local);
        return new Answer(answer, agree(offered.sections(), answer, offered.offer(), true, transport));
    }

    /** Takes the answer of the peer to the offer of this side. */
    Agreement applyAnswer(SessionDescription answer) throws RtcException {
        Pending offered = Objects.requireNonNull(pending);
        List<Section> sections = new AnswerCheck(capabilities).of(answer, offered.sections());
        TransportAgreement transport = TransportAgreement.of(answer, Section.accepted(sections), true, agreement);
        numbers.learn(answer);
        return agree(sections, offered.offer(), answer, false, transport);
    }

    private Agreement agree(
            List<Section> sections,
            SessionDescription local,
            SessionDescription remote,
            boolean byAnswer,
            TransportAgreement transport) {
        List<NegotiatedMedia> media = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Transceiver before = wanted(i);
            Transceiver transceiver = section.transceiver();
            if (transceiver != null) {
                transceiver.agreed(section.mid());
                media.add(reader.read(
                        i, transceiver, local.media().get(i), remote.media().get(i), byAnswer));
            } else if (before != null) {
                before.stop();
                media.add(MediaReader.rejected(i, section.mid(), before));
            }
        }
        stable = List.copyOf(sections);
        pending = null;
        updateTransceivers();
        Agreement made = new Agreement(
                media,
                transport.remote(),
                transport.mid(),
                transport.dtlsClient(),
                transport.controlling(),
                transport.remoteIceLite(),
                transport.iceRestarted());
        agreement = made;
        return made;
    }

    /** Returns the transceiver that a section was for before it was, perhaps, rejected. */
    private @Nullable Transceiver wanted(int index) {
        Transceiver offered =
                pending == null ? null : pending.sections().get(index).transceiver();
        return offered == null && index < stable.size() ? stable.get(index).transceiver() : offered;
    }

    private void updateTransceivers() {
        for (Section section : stable) {
            if (section.transceiver() != null && !transceivers.contains(section.transceiver())) {
                transceivers.add(section.transceiver());
            }
        }
        transceivers.removeIf(transceiver ->
                transceiver.isStopped() && stable.stream().noneMatch(section -> section.transceiver() == transceiver));
    }

    private List<Transceiver> free() {
        return transceivers.stream()
                .filter(transceiver -> !transceiver.isStopped()
                        && stable.stream().noneMatch(section -> section.transceiver() == transceiver))
                .toList();
    }

    /** Returns a name that no section ever had, on either side. */
    private String newMid() {
        int number = 0;
        while (!usedMids.add(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }
}
