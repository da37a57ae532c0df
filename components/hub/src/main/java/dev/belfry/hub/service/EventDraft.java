package dev.belfry.hub.service;

import dev.belfry.call.spi.SignalingEvent;
import java.time.Instant;

/**
 * An event to be numbered.
 *
 * @param at when it happened
 * @param audience whom it is for
 * @param event the event, its number and age not yet true
 * @since 0.1
 */
public record EventDraft(Instant at, Audience audience, SignalingEvent event) {}
