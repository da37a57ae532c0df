/** What every request has: a status, a bearer, an origin, headers. */
@NullMarked
package dev.belfry.hub.server.http;

import org.jspecify.annotations.NullMarked;
