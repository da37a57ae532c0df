package dev.belfry.hub.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of one device's connection.
 *
 * <table>
 * <caption>States</caption>
 * <tr><th>open</th><th>node</th><th>leaseUntil</th><th>the device</th></tr>
 * <tr><td>true</td><td>set</td><td>null</td><td>is attached: it is connected for as long as the node is vouched for</td></tr>
 * <tr><td>true</td><td>null</td><td>set</td><td>is leased: it is connected until then, if nothing is heard of it</td></tr>
 * <tr><td>true</td><td>null</td><td>null</td><td>is lost, and may come back</td></tr>
 * <tr><td>false</td><td>null</td><td>null</td><td>has signed off</td></tr>
 * </table>
 *
 * @param device which device
 * @param start a number that rises each time the device starts anew
 * @param since the number of its user's latest event when this start of it was greeted
 * @param open whether it has not signed off
 * @param node the node of the hub that holds its connection; null for none
 * @param leaseUntil when it counts as lost; null if no lease runs
 * @since 0.1
 */
public record DeviceLine(
        Device device,
        long start,
        long since,
        boolean open,
        @Nullable String node,
        @Nullable Instant leaseUntil) {
    DeviceLine attachedTo(String holder) {
        return new DeviceLine(device, start, since, true, holder, null);
    }

    DeviceLine leased(Instant until) {
        return new DeviceLine(device, start, since, true, null, until);
    }

    /** Lost, but free to come back. */
    DeviceLine lost() {
        return new DeviceLine(device, start, since, true, null, null);
    }

    DeviceLine signedOff() {
        return new DeviceLine(device, start, since, false, null, null);
    }
}
