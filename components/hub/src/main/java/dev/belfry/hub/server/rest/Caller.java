package dev.belfry.hub.server.rest;

import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.service.Device;

/** Who sends a request, and on which device. */
record Caller(Login login, Device device) {
    String uid() {
        return login.uid();
    }
}
