package dev.belfry.hub.store;

import dev.belfry.hub.service.DeviceLine;
import java.time.Instant;

/**
 * What a transaction will write of one device at its end.
 *
 * @param now when it was learned
 */
record PendingDevice(DeviceLine line, Instant now) {}
