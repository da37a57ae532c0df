package dev.belfry.hub.service;

import java.util.Objects;

/**
 * Who speaks to the hub: one device of one user, already signed in.
 *
 * @param uid the user's id
 * @param deviceId the device's id, unlike that of the user's other devices
 * @since 0.1
 */
public record Device(String uid, String deviceId) {
    public Device {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(deviceId, "deviceId");
    }
}
