package dev.belfry.hub.service;

/**
 * An event with its number.
 *
 * @param seq the number, from 1, rising by one for each event of the user
 * @param draft the event
 * @since 0.1
 */
public record EventEntry(long seq, EventDraft draft) {}
