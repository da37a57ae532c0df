package dev.belfry.hub.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells in the log when the database goes and when it comes back, once each, however many commands meet it gone. */
final class Outage {
    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final AtomicBoolean out = new AtomicBoolean();

    void met(SqlFailure failure) {
        if (out.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "The database cannot be used (SQL state {0}): {1}",
                    failure.state(),
                    failure.cause().getMessage());
        }
    }

    void over() {
        if (out.get() && out.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "The database can be used again");
        }
    }
}
