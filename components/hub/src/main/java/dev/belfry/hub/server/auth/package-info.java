/** Who is who: users by their JWTs (RFC 7519), back ends by their API key. */
@NullMarked
package dev.belfry.hub.server.auth;

import org.jspecify.annotations.NullMarked;
