package dev.belfry.engine.browser;

import java.util.List;

/** One side of a call. */
interface Peer {
    /** Returns what it has to tell the other side since the last time, in order. */
    List<Signal> take();

    /** Tells it what the other side said. */
    void receive(Signal signal);

    /** Describes how things stand, for the message of a test that fails. */
    String describe();
}
