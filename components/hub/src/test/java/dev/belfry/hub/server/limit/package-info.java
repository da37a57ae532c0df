@NullMarked
package dev.belfry.hub.server.limit;

import org.jspecify.annotations.NullMarked;
