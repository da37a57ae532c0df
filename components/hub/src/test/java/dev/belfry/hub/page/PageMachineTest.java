package dev.belfry.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallMachine;
import dev.belfry.call.machine.CallState;
import dev.belfry.testkit.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's call machine beside Belfry's own: every state against every event, in Chromium and here. */
class PageMachineTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Takes every state through every event; a call in the result is told by its status and version. */
    private static final String REDUCE = """
            async samples => {
              const {reduce} = await import('/app/machine/call-machine.js');
              const {HubError} = await import('/app/wire/hub-error.js');
              const revive = item => item.error ? {...item, error: new HubError(item.error.code)} : item;
              const brief = (key, value) => key === 'call' && value ? `${value.status} ${value.version}`
                  : value instanceof Error ? {code: value.code} : value;
              const {states, events} = JSON.parse(samples);
              return states.map(revive).flatMap(state =>
                events.map(revive).map(event => JSON.stringify(reduce(state, event), brief)));
            }""";

    @Test
    void every_event_leads_every_state_where_the_call_machine_leads_it() {
        List<String> reached = reached();

        List<String> different = new ArrayList<>();
        int pairs = 0;
        for (CallState state : PageMachineSamples.states()) {
            for (CallEvent event : PageMachineSamples.events()) {
                JsonObject expected = PageMachineWords.of(CallMachine.step(state, event));
                String actual = reached.get(pairs++);
                if (!expected.equals(JsonParser.parseString(actual))) {
                    different.add("\n" + state + "\n  at " + event + "\n  is to become " + expected + "\n  becomes "
                            + actual);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(reached).hasSize(pairs).hasSizeGreaterThan(10_000);
    }

    private static List<String> reached() {
        JsonObject samples = new JsonObject();
        samples.add("states", PageMachineWords.of(PageMachineSamples.states()));
        samples.add("events", PageMachineWords.of(PageMachineSamples.events()));
        try (BrowserContext context = CHROMIUM.open()) {
            Page page = context.newPage();
            PageFiles.serve(page);
            page.navigate(PageFiles.ORIGIN + "blank");
            Object results = page.evaluate(REDUCE, samples.toString());
            return ((List<?>) results).stream().map(Object::toString).toList();
        }
    }
}
