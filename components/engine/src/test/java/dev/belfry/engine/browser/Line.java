package dev.belfry.engine.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** Carries signals between two sides while a test waits for something. For one thread, the browser's. */
final class Line {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final BrowserPeer browser;
    private final Peer other;
    private final Function<Signal, Stream<Signal>> toBrowser;
    private final Function<Signal, Stream<Signal>> toOther;

    Line(BrowserPeer browser, Peer other) {
        this(browser, other, Stream::of, Stream::of);
    }

    /** As well, but has each signal replaced on its way. */
    Line(
            BrowserPeer browser,
            Peer other,
            Function<Signal, Stream<Signal>> toBrowser,
            Function<Signal, Stream<Signal>> toOther) {
        this.browser = browser;
        this.other = other;
        this.toBrowser = toBrowser;
        this.toOther = toOther;
    }

    /** Carries signals until something is so; fails if that takes longer than 45 s. */
    void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (true) {
            carry();
            if (condition.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("no " + what + " within " + PATIENCE.toSeconds() + " s\nbrowser: "
                        + browser.describe() + "\nother: " + other.describe());
            }
            browser.idle();
        }
    }

    /** Carries signals for a while, for tests that look at what happens in it. */
    void during(Duration time) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            carry();
            browser.idle();
        }
    }

    private void carry() {
        browser.take().stream().flatMap(toOther).forEach(other::receive);
        other.take().stream().flatMap(toBrowser).forEach(browser::receive);
    }
}
