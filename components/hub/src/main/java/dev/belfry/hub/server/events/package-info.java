/**
 * The event connections: a WebSocket (RFC 6455) for each device, over which the hub tells what happens and the device
 * joins, mutes, leaves and relays.
 */
@NullMarked
package dev.belfry.hub.server.events;

import org.jspecify.annotations.NullMarked;
