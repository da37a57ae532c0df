package dev.belfry.hub.service;

import org.jspecify.annotations.Nullable;

/**
 * Which devices of a user an event is for.
 *
 * @param uid the user
 * @param only the one device it is for; null for all
 * @param except the one device it is not for; null for none
 * @since 0.1
 */
public record Audience(
        String uid, @Nullable String only, @Nullable String except) {
    static Audience allOf(String uid) {
        return new Audience(uid, null, null);
    }

    static Audience one(Device device) {
        return new Audience(device.uid(), device.deviceId(), null);
    }

    static Audience othersOf(Device device) {
        return new Audience(device.uid(), null, device.deviceId());
    }

    /** Returns whether a device of this user is meant. */
    public boolean includes(String deviceId) {
        return (only == null || only.equals(deviceId)) && !deviceId.equals(except);
    }
}
