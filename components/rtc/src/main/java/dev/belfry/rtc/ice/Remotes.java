package dev.belfry.rtc.ice;

import java.util.ArrayList;
import java.util.List;

/** A peer's candidates of one round: so many, and no more. */
final class Remotes {
    static final int MAX = 100;

    private final List<IceCandidate> fresh = new ArrayList<>();
    private int count;

    /** Adds a candidate, unless there are too many. */
    void add(IceCandidate candidate) {
        if (count < MAX) {
            count++;
            fresh.add(candidate);
        }
    }

    /** Returns those that were not returned before. */
    List<IceCandidate> takeNew() {
        List<IceCandidate> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }
}
