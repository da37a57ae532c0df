package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import dev.belfry.testkit.FakeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeviceListsTest {
    private final Device alice = new Device();
    private final Catalog catalog = new Catalog();

    DeviceListsTest() {
        alice.media.devices(catalog);
    }

    @Test
    void device_that_comes_or_goes_during_a_session_is_told() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        catalog.change();
        catalog.change();
        alice.clock.runReady();
        assertThat(alice.heard.events()).containsExactly("devices", "devices");
    }

    @Test
    void devices_are_watched_by_the_controllers_clock_from_the_opening_of_media_to_its_end() {
        assertThat(catalog.watches).isEmpty();
        Call ringing = alice.rings("b1", Device.BOB, CallType.AUDIO);
        assertThat(catalog.watches).isEmpty();
        alice.accept("b1");
        assertThat(catalog.watches).hasSize(1);
        assertThat(catalog.scheduler).isSameAs(alice.clock);
        alice.answer("accept", Calls.changed(ringing, CallStatus.ONGOING));
        alice.join("b1");
        assertThat(catalog.watches).hasSize(1);
        alice.tell(CallChange.ENDED, Calls.changed(ringing, CallStatus.ENDED));
        assertThat(catalog.watches).isEmpty();
    }

    @Test
    void change_that_arrives_after_the_end_is_not_told() {
        Call call = alice.talking(CallType.AUDIO);
        Runnable late = catalog.watches.get(0);
        alice.tell(CallChange.ENDED, Calls.changed(call, CallStatus.ENDED));
        alice.heard.clear();
        late.run();
        alice.clock.runReady();
        assertThat(alice.heard.events()).isEmpty();
    }

    @Test
    void catalogue_whose_devices_never_change_need_not_watch_them() {
        DeviceCatalog fixed = kind -> CompletableFuture.completedFuture(List.of());
        fixed.watch(alice.clock, () -> {
                    throw new AssertionError("nothing changed");
                })
                .close();
        assertThat(alice.clock.pending()).isZero();
    }

    /** A machine whose devices come and go as the test wants. */
    private static final class Catalog implements DeviceCatalog {
        private final List<Runnable> watches = new ArrayList<>();
        private Scheduler scheduler = new FakeScheduler();

        @Override
        public CompletableFuture<List<MediaDevice>> list(MediaDevice.Kind kind) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public Watch watch(Scheduler clock, Runnable changed) {
            scheduler = clock;
            watches.add(changed);
            return () -> watches.remove(changed);
        }

        private void change() {
            List.copyOf(watches).forEach(Runnable::run);
        }
    }
}
