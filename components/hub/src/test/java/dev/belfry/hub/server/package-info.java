@NullMarked
package dev.belfry.hub.server;

import org.jspecify.annotations.NullMarked;
