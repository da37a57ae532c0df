package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallStatus;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.CallLogPage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What must hold for all devices once the weather is fair and every timer had its time. */
public final class Agreement {
    private static final Set<String> TERMINAL = Set.of("rejected", "cancelled", "ended", "answeredElsewhere");

    private final Consumer<CompletableFuture<?>> awaiting;
    private final List<Handset> handsets;
    private final Collection<String> sessions;
    private final Map<String, List<Call>> logs = new HashMap<>();

    /**
     * Prepares the check.
     *
     * @param awaiting returns once what it is given is completed, or fails
     * @param handsets the devices that did not crash
     * @param sessions the ids of all calls that were tried
     */
    public Agreement(Consumer<CompletableFuture<?>> awaiting, List<Handset> handsets, Collection<String> sessions) {
        this.awaiting = awaiting;
        this.handsets = handsets;
        this.sessions = sessions;
    }

    /** Fails if something does not hold. */
    public void check() {
        logs.clear();
        handsets.forEach(handset -> logs.computeIfAbsent(uid(handset), uid -> log(handset)));
        handsets.forEach(this::checkHistory);
        handsets.forEach(this::checkScreen);
        handsets.forEach(this::checkAnswers);
        handsets.forEach(this::checkTalk);
        for (Handset handset : handsets) {
            sessions.forEach(session -> checkEvents(handset, session));
        }
    }

    /** Every call is in the history of its party once, and is over or goes on with somebody. */
    private void checkHistory(Handset handset) {
        List<Call> log = calls(handset);
        assertThat(log).as(() -> told(handset)).extracting(Call::sessionId).doesNotHaveDuplicates();
        for (Call call : log) {
            assertThat(call.status()).as(() -> told(handset)).isNotEqualTo(CallStatus.INITIATED);
            assertThat(answer(handset.line.call(call.sessionId())).status()).isEqualTo(call.status());
            if (call.status() == CallStatus.ONGOING) {
                assertThat(handsets)
                        .as(() -> "somebody is in " + call.sessionId())
                        .anyMatch(other -> isIn(other, call.sessionId()));
            }
        }
    }

    /** Nothing rings or waits any more, every wish was answered, and what is shown as going on does go on. */
    private void checkScreen(Handset handset) {
        Supplier<String> told = () -> told(handset);
        assertThat(handset.ringer.sounding()).as(told).isEmpty();
        assertThat(handset.phase()).as(told).isNotIn(CallPhase.INCOMING, CallPhase.DIALING, CallPhase.OUTGOING);
        assertThat(handset.now().waiting()).as(told).isEmpty();
        assertThat(handset.unanswered()).as(told).isZero();
        if (isInCall(handset)) {
            assertThat(calls(handset))
                    .as(told)
                    .filteredOn(call -> isIn(handset, call.sessionId()))
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isEqualTo(CallStatus.ONGOING));
        }
    }

    /** An end that the hub confirmed is the end that history knows. */
    private void checkAnswers(Handset handset) {
        for (Call answer : handset.granted()) {
            assertThat(calls(handset))
                    .as(() -> told(handset))
                    .filteredOn(call -> call.sessionId().equals(answer.sessionId()))
                    .allMatch(call -> !answer.status().isTerminal() || call.status() == answer.status());
        }
    }

    /** What two devices in one session said to each other, each heard whole, once and in order. */
    private void checkTalk(Handset handset) {
        String session = handset.now().sessionId();
        for (Handset other : handsets) {
            if (other != handset && session != null && handset.isWith(other) && other.isWith(handset)) {
                Supplier<String> told = () -> session + " from " + handset.address + " to " + told(other);
                List<String> said = handset.media.session().said(other.participantId());
                assertThat(said).as(told).isNotEmpty();
                assertThat(other.media.session().heard(handset.participantId()))
                        .as(told)
                        .isEqualTo(said);
            }
        }
    }

    /**
     * A device hears each event of a call once, one of its end at most, and nothing after that. It hears of the end for
     * certain, unless the call was closed there, goes on, or was made part of another, which history does not list.
     */
    private void checkEvents(Handset handset, String session) {
        List<String> heard = handset.heardOf(session);
        Supplier<String> told = () -> session + " on " + told(handset);
        assertThat(heard).as(told).doesNotHaveDuplicates();
        long ends = heard.stream().filter(Agreement::isTerminal).count();
        assertThat(ends).as(told).isLessThanOrEqualTo(1);
        if (ends == 1) {
            assertThat(heard.get(heard.size() - 1)).as(told).matches(Agreement::isTerminal);
        } else if (!heard.isEmpty() && !handset.closed(session)) {
            assertThat(calls(handset))
                    .as(() -> "hears of the end: " + told.get())
                    .filteredOn(call -> call.sessionId().equals(session))
                    .allMatch(call -> isIn(handset, session));
        }
    }

    private List<Call> calls(Handset handset) {
        return logs.getOrDefault(uid(handset), List.of());
    }

    private List<Call> log(Handset handset) {
        CallLogFilter all = new CallLogFilter(CallLogFilter.MAX_LIMIT, null, null, null, null, null);
        CallLogPage page = answer(handset.line.calls(all, null));
        return page.calls();
    }

    private <T> T answer(CompletableFuture<T> future) {
        awaiting.accept(future);
        return future.join();
    }

    private static boolean isIn(Handset handset, String session) {
        return isInCall(handset) && session.equals(handset.now().sessionId());
    }

    private static boolean isInCall(Handset handset) {
        return handset.phase() == CallPhase.CONNECTING || handset.phase() == CallPhase.ONGOING;
    }

    private static boolean isTerminal(String event) {
        return TERMINAL.contains(event.split(" ", 2)[0]);
    }

    private static String uid(Handset handset) {
        return handset.line.localUser().uid();
    }

    private static String told(Handset handset) {
        return handset.address + " " + handset.heard.events();
    }
}
