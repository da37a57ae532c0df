package dev.belfry.rtc.negotiation;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.negotiation.PerfectNegotiation.Transition;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.SessionDescription;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a negotiation: keeps the sections, makes and takes offers and answers, and gives way to the peer or not
 * when both offer at once. Everything is over one bundled transport, with RTP and RTCP together, encrypted.
 *
 * <p>Owned by the connection's executor; not thread-safe. What is to be sent, and what was agreed on, goes to the
 * {@link NegotiationPort} before a method returns. Signalling has to keep descriptions and candidates in order.
 *
 * @since 0.1
 */
public final class Negotiator {
    private final MediaCapabilities capabilities;
    private final NegotiationPort port;
    private final OfferAnswer offerAnswer;
    private NegotiationState state;
    private String description = "";
    private boolean restartWanted;
    private boolean roundUnknown;
    private @Nullable LocalTransport offeredTransport;
    private @Nullable LocalTransport agreedTransport;

    /**
     * Creates one, with no section.
     *
     * @param polite whether this side gives way; one of the two has to, the callee by custom
     * @param sessionId a random number, not negative (RFC 8829 section 5.2.1)
     */
    public Negotiator(MediaCapabilities capabilities, boolean polite, long sessionId, NegotiationPort port) {
        this.capabilities = capabilities;
        this.port = port;
        offerAnswer = new OfferAnswer(capabilities, sessionId);
        state = NegotiationState.initial(polite);
    }

    /**
     * Adds something to send and receive: in a section that the peer offered and this side has nothing for yet, or in a
     * new one. Call {@link #update} after.
     */
    public Transceiver addTrack(MediaKind kind, LocalSource source) {
        for (Transceiver transceiver : offerAnswer.transceivers()) {
            Direction offered = offerAnswer.offeredTo(transceiver);
            if (transceiver.kind() == kind
                    && transceiver.source() == null
                    && !transceiver.isStopped()
                    && offered != null
                    && offered.receives()) {
                transceiver.setSource(source);
                transceiver.setDirection(Direction.SENDRECV);
                return transceiver;
            }
        }
        return addTransceiver(kind, Direction.SENDRECV, source);
    }

    /**
     * Adds a section. Without a source it can only receive. Call {@link #update} after.
     *
     * @throws IllegalArgumentException if there is no codec of this kind among the capabilities
     */
    public Transceiver addTransceiver(MediaKind kind, Direction direction, @Nullable LocalSource source) {
        if (capabilities.codecs(kind).isEmpty()) {
            throw new IllegalArgumentException("No codec for " + kind);
        }
        Transceiver transceiver = new Transceiver(kind, direction, source);
        offerAnswer.add(transceiver);
        return transceiver;
    }

    /** Returns all sections wanted, those the peer brought among them, without those that ended. */
    public List<Transceiver> transceivers() {
        return offerAnswer.transceivers();
    }

    /** Returns whether no offer waits for an answer (W3C's signaling state "stable"). */
    public boolean isStable() {
        return state.phase() == NegotiationState.Phase.STABLE;
    }

    /** Returns what was last agreed on; null before. */
    public @Nullable Agreement agreement() {
        return offerAnswer.agreement();
    }

    /**
     * Makes an offer if the transceivers were changed, now or, if it is not this side's turn, as soon as it is. Does
     * nothing if all is agreed on already.
     */
    public void update() {
        if ((restartWanted && offerAnswer.hasMedia()) || offerAnswer.isOutdated()) {
            step(NegotiationEvent.NEGOTIATION_NEEDED);
        }
    }

    /** Offers a new round of ICE (RFC 8839 section 4.4.1), as soon as it is this side's turn; nothing before the first
     * agreement. */
    public void restartIce() {
        restartWanted = offerAnswer.agreement() != null;
        update();
    }

    /**
     * Takes an offer of the peer, and answers it, unless it collided with one of this side that holds.
     *
     * @throws RtcException MALFORMED_DESCRIPTION or DESCRIPTION_REFUSED, with nothing changed and nothing answered
     */
    public void receiveOffer(String text) throws RtcException {
        receive(NegotiationEvent.REMOTE_OFFER, text);
    }

    /**
     * Takes the peer's answer to this side's offer.
     *
     * @throws RtcException MALFORMED_DESCRIPTION or DESCRIPTION_REFUSED, also if there is no offer to be answered; with
     *     nothing changed
     */
    public void receiveAnswer(String text) throws RtcException {
        receive(NegotiationEvent.REMOTE_ANSWER, text);
    }

    /**
     * Returns whether a candidate of the peer is for the transport in use: those of the other sections of a bundle are
     * not, and none is after the end.
     *
     * @param mid the section it is for; null if not said
     */
    public boolean isForTransport(@Nullable String mid) {
        Transition transition = PerfectNegotiation.step(state, NegotiationEvent.REMOTE_CANDIDATE);
        if (transition.effects().contains(NegotiationEffect.IGNORE)) {
            return false;
        }
        String expected = offerAnswer.remoteTransportMid();
        boolean sure = !transition.effects().contains(NegotiationEffect.TRY_CANDIDATE);
        return mid == null || expected == null || !sure || mid.equals(expected);
    }

    /**
     * Returns the section that this side's candidates are for: the first of the bundle in the last description, be it
     * only offered; null before any.
     */
    public @Nullable String transportMid() {
        return offerAnswer.localTransportMid();
    }

    /** Ends it: every method does nothing from now on. */
    public void close() {
        step(NegotiationEvent.CLOSE);
    }

    private void receive(NegotiationEvent event, String text) throws RtcException {
        Transition transition = PerfectNegotiation.step(state, event);
        if (transition.effects().contains(NegotiationEffect.REFUSE)) {
            throw Bundle.refused("an answer that no offer waits for");
        }
        apply(transition.effects().get(0), text);
        state = transition.state();
        transition.effects().forEach(this::perform);
    }

    private void apply(NegotiationEffect effect, String text) throws RtcException {
        switch (effect) {
            case APPLY_OFFER, WITHDRAW_AND_APPLY_OFFER -> offerAnswer.applyOffer(SessionDescription.parse(text));
            case APPLY_ANSWER -> applyAnswer(SessionDescription.parse(text));
            default -> {
                // An offer that is ignored, or anything after the end, is not even read.
            }
        }
    }

    private void step(NegotiationEvent event) {
        Transition transition = PerfectNegotiation.step(state, event);
        state = transition.state();
        transition.effects().forEach(this::perform);
    }

    private void perform(NegotiationEffect effect) {
        switch (effect) {
            case MAKE_OFFER -> makeOffer();
            case SEND_OFFER -> port.sendOffer(description);
            case MAKE_ANSWER -> makeAnswer();
            case SEND_ANSWER -> port.sendAnswer(description);
            case CHECK_IF_NEEDED -> update();
            default -> {
                // What the peer sent is applied before; the rest means that nothing is to be done.
            }
        }
    }

    private void makeOffer() {
        boolean newRound = restartWanted && offerAnswer.hasMedia();
        offeredTransport = port.localTransport(newRound);
        roundUnknown |= newRound;
        description = offerAnswer.offer(offeredTransport).write();
        step(NegotiationEvent.LOCAL_OFFER_SET);
    }

    private void applyAnswer(SessionDescription answer) throws RtcException {
        Agreement agreement = offerAnswer.applyAnswer(answer);
        boolean transportDescribed = agreement.media().stream().anyMatch(media -> !media.rejected());
        if (transportDescribed) {
            restartWanted = restartWanted && !roundUnknown;
            roundUnknown = false;
            agreedTransport = offeredTransport;
        }
        port.agreed(agreement);
    }

    private void makeAnswer() {
        boolean restart = offerAnswer.isRestartOffered();
        LocalTransport transport = answeredTransport(restart);
        OfferAnswer.Answer answer = offerAnswer.answer(transport);
        restartWanted = restartWanted && !restart;
        roundUnknown = roundUnknown && !restart;
        agreedTransport = transport;
        description = answer.description().write();
        port.agreed(answer.agreement());
        step(NegotiationEvent.LOCAL_ANSWER_SET);
    }

    /** Returns the credentials of the round that the peer knows, be this side in a new one whose offer was withdrawn. */
    private LocalTransport answeredTransport(boolean restart) {
        boolean unknown = roundUnknown && !restart && agreedTransport != null;
        return unknown ? Objects.requireNonNull(agreedTransport) : port.localTransport(restart);
    }
}
