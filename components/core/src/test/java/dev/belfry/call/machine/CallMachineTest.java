package dev.belfry.call.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.machine.CallEffect.Ignore;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.Refuse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every event. What is right is in a table for each state, {@code <state>.txt} beside this. */
class CallMachineTest {
    private static final Set<CallNotice> TERMINAL =
            Set.of(CallNotice.REJECTED, CallNotice.CANCELLED, CallNotice.ENDED, CallNotice.ANSWERED_ELSEWHERE);

    static Set<String> states() {
        return Samples.states().keySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_event_leads_where_the_table_says(String name) throws IOException {
        CallState state = Samples.states().getOrDefault(name, new CallState.New());
        List<String> actual = Samples.events().entrySet().stream()
                .map(entry -> entry.getKey() + " -> " + Words.of(state, CallMachine.step(state, entry.getValue())))
                .toList();
        assertThat(actual).containsExactlyElementsOf(table(name));
    }

    @Test
    void no_state_and_no_event_is_without_an_example() {
        assertThat(kinds(Samples.states())).containsExactlyInAnyOrder(CallState.class.getPermittedSubclasses());
        assertThat(kinds(Samples.events())).containsExactlyInAnyOrder(CallEvent.class.getPermittedSubclasses());
    }

    @Test
    void ended_absorbs_everything() {
        pairs("Ended").forEach(transition -> assertThat(transition.state()).isInstanceOf(CallState.Ended.class));
    }

    @Test
    void whoever_hung_up_is_never_told_that_the_call_is_over() {
        Stream.of("Cancelling", "HangingUp", "Declining", "Ending", "Ended")
                .flatMap(CallMachineTest::pairs)
                .flatMap(transition -> transition.effects().stream())
                .forEach(effect -> assertThat(effect).isNotInstanceOf(NotifyCall.class));
    }

    @Test
    void terminal_notice_and_terminal_state_go_together() {
        all().forEach(transition -> {
            boolean told = transition.effects().stream()
                    .anyMatch(effect -> effect instanceof NotifyCall notify && TERMINAL.contains(notify.notice()));
            assertThat(!told || transition.state() instanceof CallState.Ended).isTrue();
        });
    }

    @Test
    void ignored_and_refused_events_change_nothing() {
        Samples.states().values().stream()
                .filter(state -> !(state instanceof CallState.New))
                .forEach(state -> Samples.events().values().forEach(event -> {
                    Transition transition = CallMachine.step(state, event);
                    boolean idle = transition.effects().stream()
                            .anyMatch(effect -> effect instanceof Ignore || effect instanceof Refuse);
                    if (idle) {
                        assertThat(transition.state()).isSameAs(state);
                        assertThat(transition.effects()).hasSize(1);
                    }
                }));
    }

    private static Stream<Transition> all() {
        return Samples.states().keySet().stream().flatMap(CallMachineTest::pairs);
    }

    private static Stream<Transition> pairs(String prefix) {
        return Samples.states().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry ->
                        Samples.events().values().stream().map(event -> CallMachine.step(entry.getValue(), event)));
    }

    private static Set<Class<?>> kinds(Map<String, ?> samples) {
        return samples.values().stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static List<String> table(String name) throws IOException {
        try (InputStream in = CallMachineTest.class.getResourceAsStream(name + ".txt")) {
            assertThat(in).as("table of " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
