package dev.belfry.hub.store;

/** What a transaction wanted to write rests on what another has changed since: it is undone and run again. */
final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    Conflict() {
        super("another transaction came first", null, false, false);
    }
}
