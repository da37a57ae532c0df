package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.DeviceCatalog.Watch;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaDevice.Kind;
import dev.belfry.testkit.FakeScheduler;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevicePollTest {
    private final FakeScheduler clock = new FakeScheduler();
    private final Map<Kind, List<MediaDevice>> machine = new EnumMap<>(Kind.class);
    private final MediaDevices devices = new MediaDevices(
            clock,
            () -> listed(Kind.CAMERA),
            () -> listed(Kind.SCREEN),
            () -> listed(Kind.MICROPHONE),
            () -> listed(Kind.SPEAKER));
    private boolean broken;
    private int listings;
    private int told;

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CAMERA", "MICROPHONE", "SPEAKER"})
    void device_that_comes_and_one_that_goes_are_told_once_each(Kind kind) {
        Watch watch = devices.watch(clock, () -> told++);
        periods(2);
        assertThat(told).isZero();
        machine.put(kind, List.of(device(kind, "first")));
        periods(1);
        assertThat(told).isOne();
        periods(3);
        assertThat(told).isOne();
        machine.remove(kind);
        periods(1);
        assertThat(told).isEqualTo(2);
        watch.close();
    }

    @Test
    void another_default_device_is_told() {
        MediaDevice one = device(Kind.SPEAKER, "one");
        MediaDevice two = device(Kind.SPEAKER, "two");
        machine.put(Kind.SPEAKER, List.of(one, two));
        devices.watch(clock, () -> told++);
        periods(1);
        machine.put(Kind.SPEAKER, List.of(two, one));
        periods(1);
        assertThat(told).isOne();
    }

    @Test
    void changes_of_two_kinds_at_a_time_are_told_as_one() {
        devices.watch(clock, () -> told++);
        periods(1);
        machine.put(Kind.CAMERA, List.of(device(Kind.CAMERA, "headset")));
        machine.put(Kind.MICROPHONE, List.of(device(Kind.MICROPHONE, "headset")));
        periods(1);
        assertThat(told).isOne();
    }

    @Test
    void lists_that_fail_for_a_while_are_no_news() {
        machine.put(Kind.CAMERA, List.of(device(Kind.CAMERA, "first")));
        devices.watch(clock, () -> told++);
        periods(1);
        broken = true;
        periods(2);
        broken = false;
        periods(1);
        assertThat(told).isZero();
        machine.remove(Kind.CAMERA);
        periods(1);
        assertThat(told).isOne();
    }

    @Test
    void screens_are_not_looked_for() {
        devices.watch(clock, () -> told++);
        periods(1);
        assertThat(listings).isEqualTo(3);
        machine.put(Kind.SCREEN, List.of(device(Kind.SCREEN, "beamer")));
        periods(1);
        assertThat(told).isZero();
    }

    @Test
    void closed_watch_neither_looks_nor_tells() {
        Watch watch = devices.watch(clock, () -> told++);
        periods(1);
        machine.put(Kind.CAMERA, List.of(device(Kind.CAMERA, "first")));
        int before = listings;
        watch.close();
        periods(3);
        assertThat(listings).isEqualTo(before);
        assertThat(told).isZero();
        assertThat(clock.pending()).isZero();
    }

    @Test
    void watch_that_is_closed_by_whom_it_tells_ends() {
        Watch[] watch = new Watch[1];
        watch[0] = devices.watch(clock, () -> {
            told++;
            watch[0].close();
        });
        periods(1);
        machine.put(Kind.CAMERA, List.of(device(Kind.CAMERA, "first")));
        periods(1);
        machine.remove(Kind.CAMERA);
        periods(2);
        assertThat(told).isOne();
        assertThat(clock.pending()).isZero();
    }

    @Test
    void watch_ends_with_the_executor_of_its_catalogue() {
        MediaDevices closed = new MediaDevices(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                List::of,
                List::of);
        closed.watch(clock, () -> told++);
        periods(2);
        assertThat(told).isZero();
        assertThat(clock.pending()).isZero();
    }

    private void periods(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(DevicePoll.PERIOD);
        }
    }

    private List<MediaDevice> listed(Kind kind) {
        listings++;
        if (broken) {
            throw new IllegalStateException("no sound service");
        }
        return machine.getOrDefault(kind, List.of());
    }

    private static MediaDevice device(Kind kind, String name) {
        return new MediaDevice(kind + name, name, kind);
    }
}
