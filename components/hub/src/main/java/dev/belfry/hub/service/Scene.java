package dev.belfry.hub.service;

/**
 * A call as it stands, and who is in it.
 *
 * @param record the call
 * @param cast its people
 */
record Scene(CallRecord record, Cast cast) {}
