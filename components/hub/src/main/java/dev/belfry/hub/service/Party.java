package dev.belfry.hub.service;

import dev.belfry.call.EndReason;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user's part in one call.
 *
 * @param uid the user's id
 * @param state how far the user is
 * @param deviceId the device that called or accepted; null before
 * @param rung whether a device told that it rings
 * @param busyDevices the devices that said they are busy
 * @param acceptedAt when the user accepted or, of the caller, the first receiver did: the time to join runs from here;
 *     null before
 * @param joinedAt when the user first joined the session; null before
 * @param endReason why the call is over for this user alone; null where the call's own reason holds
 * @since 0.1
 */
public record Party(
        String uid,
        PartyState state,
        @Nullable String deviceId,
        boolean rung,
        Set<String> busyDevices,
        @Nullable Instant acceptedAt,
        @Nullable Instant joinedAt,
        @Nullable EndReason endReason) {
    public Party {
        busyDevices = Set.copyOf(busyDevices);
    }

    static Party caller(Device device) {
        return new Party(device.uid(), PartyState.ACCEPTED, device.deviceId(), false, Set.of(), null, null, null);
    }

    static Party receiver(String uid) {
        return new Party(uid, PartyState.RINGING, null, false, Set.of(), null, null, null);
    }

    boolean isRinging() {
        return state == PartyState.RINGING;
    }

    /** Whether the user is in the call or about to join. */
    boolean isEngaged() {
        return state == PartyState.ACCEPTED;
    }

    boolean holds(Device device) {
        return uid.equals(device.uid()) && Objects.equals(deviceId, device.deviceId());
    }

    Party accepted(String device, Instant at) {
        return new Party(uid, PartyState.ACCEPTED, device, rung, busyDevices, at, joinedAt, null);
    }

    Party ringing() {
        return new Party(uid, state, deviceId, true, busyDevices, acceptedAt, joinedAt, endReason);
    }

    Party busyOn(String device) {
        Set<String> devices = new HashSet<>(busyDevices);
        devices.add(device);
        return new Party(uid, state, deviceId, rung, devices, acceptedAt, joinedAt, endReason);
    }

    Party joined(Instant at) {
        return new Party(
                uid,
                PartyState.ACCEPTED,
                deviceId,
                rung,
                busyDevices,
                null,
                joinedAt == null ? at : joinedAt,
                endReason);
    }

    Party in(PartyState next, @Nullable EndReason reason) {
        return new Party(uid, next, deviceId, rung, busyDevices, acceptedAt, joinedAt, reason);
    }
}
