/** How much one user, device or address may ask of the hub. */
@NullMarked
package dev.belfry.hub.server.limit;

import org.jspecify.annotations.NullMarked;
