package dev.belfry.rtc.ice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The rounds of a transport that are open, and those whose end is waited for. For the transport's executor. */
final class Rounds {
    private final List<IceRound> open = new ArrayList<>();
    private final List<CompletableFuture<Void>> closings = new ArrayList<>();

    /** Returns the round, which is open from now on. */
    IceRound add(IceRound round) {
        open.add(round);
        return round;
    }

    /** Closes a round that nobody needs. */
    void retire(IceRound old) {
        open.remove(old);
        closings.removeIf(CompletableFuture::isDone);
        closings.add(old.close());
    }

    void retireAll() {
        List.copyOf(open).forEach(this::retire);
    }

    /** Completes when every round that was retired is closed. */
    CompletableFuture<Void> closed() {
        return CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new));
    }
}
