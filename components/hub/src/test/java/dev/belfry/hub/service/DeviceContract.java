package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Devices, and the nodes that hold their connections. */
interface DeviceContract extends StoreContract {
    Device PHONE = new Device("alice", "phone");

    @Test
    default void whatIsKnownOfADeviceIsKeptAsItIs() throws CallException {
        DeviceLine attached = new DeviceLine(StoreSamples.ALICE, 1_767_225_600_000L, 7, true, "n1", null);
        DeviceLine leased = leased(PHONE, at(30));
        DeviceLine gone = new DeviceLine(StoreSamples.BOB, 3, 9, false, null, null);
        change(in -> {
            in.put(attached, StoreSamples.START);
            in.put(leased, StoreSamples.START);
            in.put(gone, StoreSamples.START);
            assertThat(in.device(StoreSamples.ALICE)).contains(attached);
        });
        assertThat(line(StoreSamples.ALICE)).isEqualTo(attached);
        assertThat(line(StoreSamples.BOB)).isEqualTo(gone);
        assertThat(devices("alice")).containsExactlyInAnyOrder(attached, leased);
        assertThat(devices("mallory")).isEmpty();
        assertThat(line(new Device("bob", "laptop"))).isNull();
        DeviceLine again = new DeviceLine(StoreSamples.BOB, 4, 12, true, null, at(9));
        change(in -> in.put(again, StoreSamples.START));
        assertThat(line(StoreSamples.BOB)).isEqualTo(again);
    }

    @Test
    default void aLeasedDeviceIsConnectedUntilItsLeaseIsOver() throws CallException {
        change(in -> {
            in.put(leased(StoreSamples.ALICE, at(10)), StoreSamples.START);
            in.put(leased(PHONE, at(20)), StoreSamples.START);
            in.put(leased(StoreSamples.BOB, at(10)), StoreSamples.START);
            in.put(new DeviceLine(new Device("bob", "old"), 1, 0, false, null, null), StoreSamples.START);
            in.put(new DeviceLine(new Device("bob", "lost"), 1, 0, true, null, null), StoreSamples.START);
        });
        assertThat(connected(9, "alice", "bob")).containsExactlyInAnyOrder(StoreSamples.ALICE, PHONE, StoreSamples.BOB);
        assertThat(connected(10, "alice", "bob")).containsExactly(PHONE);
        assertThat(connected(0, "bob")).containsExactly(StoreSamples.BOB);
        assertThat(connected(0, "mallory")).isEmpty();
        assertThat(connected(0)).isEmpty();
    }

    @Test
    default void anAttachedDeviceIsConnectedWhileItsNodeIsVouchedFor() throws CallException {
        change(in -> in.put(new DeviceLine(StoreSamples.ALICE, 1, 0, true, "n1", null), StoreSamples.START));
        assertThat(connected(0, "alice")).isEmpty();
        assertThat(vouch("n1", at(15))).isFalse();
        assertThat(connected(14, "alice")).containsExactly(StoreSamples.ALICE);
        assertThat(connected(15, "alice")).isEmpty();
        assertThat(vouch("n1", at(30))).isTrue();
        assertThat(connected(15, "alice")).containsExactly(StoreSamples.ALICE);
    }

    @Test
    default void aLapsedLeaseIsHandedOutOnceTheEarliestFirst() throws CallException {
        Device tablet = new Device("bob", "tablet");
        change(in -> {
            in.put(leased(StoreSamples.ALICE, at(12)), StoreSamples.START);
            in.put(leased(StoreSamples.BOB, at(11)), StoreSamples.START);
            in.put(leased(PHONE, at(13)), StoreSamples.START);
            in.put(leased(tablet, at(20)), StoreSamples.START);
            in.put(new DeviceLine(new Device("bob", "attached"), 1, 0, true, "n1", null), StoreSamples.START);
            in.put(new DeviceLine(new Device("bob", "old"), 1, 0, false, null, null), StoreSamples.START);
        });
        assertThat(leased()).containsExactlyInAnyOrder(StoreSamples.ALICE, StoreSamples.BOB, PHONE, tablet);
        assertThat(lapsed(10, 9)).isEmpty();
        assertThat(lapsed(13, 2)).containsExactly(StoreSamples.BOB, StoreSamples.ALICE);
        assertThat(lapsed(13, 9)).containsExactly(PHONE);
        assertThat(lapsed(13, 9)).isEmpty();
        assertThat(leased()).containsExactly(tablet);
        assertThat(line(PHONE)).isEqualTo(new DeviceLine(PHONE, 1, 0, true, null, null));
        change(in -> in.put(leased(PHONE, at(14)), StoreSamples.START));
        assertThat(lapsed(20, 9)).containsExactly(PHONE, tablet);
    }

    @Test
    default void theDevicesOfADeadNodeAreReleased() throws CallException {
        DeviceLine alice = new DeviceLine(StoreSamples.ALICE, 5, 3, true, "n1", null);
        DeviceLine bob = new DeviceLine(StoreSamples.BOB, 1, 0, true, "n2", null);
        change(in -> {
            in.put(alice, StoreSamples.START);
            in.put(bob, StoreSamples.START);
        });
        vouch("n1", at(15));
        vouch("n2", at(16));
        assertThat(release(14, at(30))).isZero();
        assertThat(release(15, at(30))).isEqualTo(1);
        assertThat(line(StoreSamples.ALICE)).isEqualTo(new DeviceLine(StoreSamples.ALICE, 5, 3, true, null, at(30)));
        assertThat(line(StoreSamples.BOB)).isEqualTo(bob);
        assertThat(connected(15, "alice", "bob")).containsExactlyInAnyOrder(StoreSamples.ALICE, StoreSamples.BOB);
        assertThat(release(15, at(40))).isZero();
        assertThat(vouch("n1", at(45))).isFalse();
        assertThat(vouch("n2", at(45))).isTrue();
        assertThat(lapsed(30, 9)).containsExactly(StoreSamples.ALICE);
    }

    @Test
    default void aDeviceOfANodeThatIsNotKnownIsReleased() throws CallException {
        vouch("n1", at(15));
        assertThat(release(15, at(30))).isEqualTo(1);
        change(in -> in.put(new DeviceLine(StoreSamples.ALICE, 1, 0, true, "n1", null), StoreSamples.START));
        assertThat(release(16, at(31))).isZero();
        assertThat(line(StoreSamples.ALICE)).isEqualTo(leased(StoreSamples.ALICE, at(31)));
    }

    @Test
    default void aDeviceThatIsGoneIsForgottenInTime() throws CallException {
        Device signedOff = new Device("bob", "old");
        Device lost = new Device("bob", "lost");
        change(in -> {
            in.put(new DeviceLine(signedOff, 1, 0, false, null, null), at(10));
            in.put(leased(lost, at(12)), at(10));
            in.put(leased(PHONE, at(99)), at(10));
            in.put(new DeviceLine(StoreSamples.ALICE, 1, 0, true, "n1", null), at(10));
        });
        assertThat(lapsed(13, 9)).containsExactly(lost);
        change(in -> in.prune(at(10)));
        assertThat(line(signedOff)).isNotNull();
        change(in -> in.prune(at(11)));
        assertThat(line(signedOff)).isNull();
        assertThat(line(lost)).isNotNull();
        change(in -> in.prune(at(60)));
        assertThat(line(lost)).isNull();
        assertThat(line(PHONE)).isNotNull();
        assertThat(line(StoreSamples.ALICE)).isNotNull();
    }

    private static DeviceLine leased(Device device, Instant until) {
        return new DeviceLine(device, 1, 0, true, null, until);
    }

    private @Nullable DeviceLine line(Device device) throws CallException {
        return device(device).orElse(null);
    }

    private Set<Device> connected(int seconds, String... uids) throws CallException {
        return connected(List.of(uids), at(seconds));
    }

    private List<Device> leased() throws CallException {
        return store().read(StoreTransaction::leased).stream()
                .map(DeviceLine::device)
                .toList();
    }

    private List<Device> lapsed(int seconds, int limit) throws CallException {
        List<DeviceLine> lines = store().transact(in -> in.takeLapsed(at(seconds), limit));
        return lines.stream().map(DeviceLine::device).toList();
    }

    private int release(int seconds, Instant leaseUntil) throws CallException {
        return releaseDead(at(seconds), leaseUntil);
    }

    private static Instant at(int seconds) {
        return StoreSamples.START.plusSeconds(seconds);
    }
}
