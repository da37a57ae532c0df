/** What a node of the hub counts and measures. */
@NullMarked
package dev.belfry.hub.server.metrics;

import org.jspecify.annotations.NullMarked;
