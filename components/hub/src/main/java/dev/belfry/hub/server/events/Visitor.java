package dev.belfry.hub.server.events;

import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.service.Device;
import org.jspecify.annotations.Nullable;

/**
 * A device that may open an event connection.
 *
 * @param start a number that rises each time the device starts anew
 * @param since the last number that the device has; null for a device that has none
 * @param address where it comes from
 */
record Visitor(
        Login login, Device device, long start, @Nullable Long since, String address) {}
