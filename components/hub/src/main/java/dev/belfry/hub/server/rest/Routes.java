package dev.belfry.hub.server.rest;

import io.javalin.config.RoutesConfig;

/** Some of the hub's requests. */
interface Routes {
    void add(RoutesConfig routes);
}
