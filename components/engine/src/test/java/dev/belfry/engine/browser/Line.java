package dev.belfry.engine.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Carries signals between two sides while a test waits for something. For one thread, the browser's. */
final class Line {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BrowserPeer browser;
    private final Peer other;
    private final UnaryOperator<Signal> toBrowser;
    private final UnaryOperator<Signal> toOther;

    Line(BrowserPeer browser, Peer other) {
        this(browser, other, signal -> signal, signal -> signal);
    }

    /** As well, but has each signal changed on its way. */
    Line(BrowserPeer browser, Peer other, UnaryOperator<Signal> toBrowser, UnaryOperator<Signal> toOther) {
        this.browser = browser;
        this.other = other;
        this.toBrowser = toBrowser;
        this.toOther = toOther;
    }

    /** Carries signals until something is so; fails if that takes longer than 15 s. */
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
        browser.take().forEach(signal -> other.receive(toOther.apply(signal)));
        other.take().forEach(signal -> browser.receive(toBrowser.apply(signal)));
    }
}
