@NullMarked
package dev.belfry.hub.server.events;

import org.jspecify.annotations.NullMarked;
