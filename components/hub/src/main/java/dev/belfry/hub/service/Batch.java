package dev.belfry.hub.service;

import dev.belfry.call.spi.SignalingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device has missed.
 *
 * @param since the number before the first delivery; greater than asked for if older events are no longer kept
 * @param deliveries the numbers after it, none left out
 * @since 0.1
 */
public record Batch(long since, List<Delivery> deliveries) {
    public Batch {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * One number of a user's events, for one device.
     *
     * @param seq the number
     * @param event the event; null if it is for another device, or no longer true
     */
    public record Delivery(long seq, @Nullable SignalingEvent event) {}
}
