/** What every client of the hub does, whatever its messages travel on: order events, repeat commands. */
@NullMarked
package dev.belfry.signaling.client;

import org.jspecify.annotations.NullMarked;
