@NullMarked
package dev.belfry.hub.server.http;

import org.jspecify.annotations.NullMarked;
