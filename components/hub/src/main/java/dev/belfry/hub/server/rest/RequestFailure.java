package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;

/** A refusal with a status of its own. */
final class RequestFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final CallException error;

    RequestFailure(int status, CallException error) {
        super(error);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    CallException error() {
        return error;
    }
}
