@NullMarked
package dev.belfry.hub.server.auth;

import org.jspecify.annotations.NullMarked;
