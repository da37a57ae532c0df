package dev.belfry.engine.browser;

import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.SignaledCandidate;

/** What one side of a call has to tell the other. */
sealed interface Signal {
    record Described(Description description) implements Signal {}

    record Found(SignaledCandidate candidate) implements Signal {}
}
