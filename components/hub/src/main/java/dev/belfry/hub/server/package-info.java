/**
 * The hub as a server: {@link dev.belfry.hub.server.HubServer} starts one, within a host or alone. Requests come over
 * HTTP, events go over WebSockets; the page for browsers is served beside them.
 */
@NullMarked
package dev.belfry.hub.server;

import org.jspecify.annotations.NullMarked;
