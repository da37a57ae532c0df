package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaDevice.Kind;
import dev.belfry.testkit.FakeScheduler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MediaDevicesTest {
    private final FakeScheduler executor = new FakeScheduler();

    @Test
    void each_kind_is_listed_by_its_own_on_the_executor() {
        MediaDevices devices = new MediaDevices(
                executor,
                () -> one(Kind.CAMERA),
                () -> one(Kind.SCREEN),
                () -> one(Kind.MICROPHONE),
                () -> one(Kind.SPEAKER));
        for (Kind kind : Kind.values()) {
            CompletableFuture<List<MediaDevice>> listed = devices.list(kind);
            assertThat(listed).isNotDone();
            executor.runReady();
            assertThat(listed).isCompletedWithValue(one(kind));
        }
    }

    @Test
    void a_list_that_fails_fails_the_future() {
        IllegalStateException failure = new IllegalStateException("no sound service");
        MediaDevices devices = new MediaDevices(
                Runnable::run,
                () -> {
                    throw failure;
                },
                List::of);
        assertThat(devices.list(Kind.MICROPHONE))
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withCause(failure);
    }

    @Test
    void this_machine_can_be_asked() {
        MediaDevices devices = new MediaDevices(Runnable::run, List::of, List::of);
        assertThat(devices.list(Kind.CAMERA).join()).allMatch(camera -> camera.kind() == Kind.CAMERA);
        assertThat(devices.list(Kind.SCREEN).join()).allMatch(screen -> screen.kind() == Kind.SCREEN);
        assertThat(devices.list(Kind.SPEAKER).join()).isEmpty();
    }

    private static List<MediaDevice> one(Kind kind) {
        return List.of(new MediaDevice(kind.name(), kind.name(), kind));
    }
}
