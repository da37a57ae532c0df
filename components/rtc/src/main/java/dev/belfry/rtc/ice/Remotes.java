package dev.belfry.rtc.ice;

import java.util.ArrayList;
import java.util.List;

/** A peer's candidates of one round: so many, and no more. */
final class Remotes {
    static final int MAX = 100;

    private final List<IceCandidate> all = new ArrayList<>();
    private int taken;

    /** Adds a candidate, unless there are too many. */
    void add(IceCandidate candidate) {
        if (all.size() < MAX) {
            all.add(candidate);
        }
    }

    /** Returns those that were not returned before. */
    List<IceCandidate> takeNew() {
        List<IceCandidate> fresh = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        return fresh;
    }

    /**
     * Returns what the peer has told of a candidate that was learnt from its checks, or that candidate itself: it is peer
     * reflexive for as long as it is not told (RFC 8445 section 7.3.1.3).
     */
    IceCandidate told(IceCandidate learnt) {
        return all.stream()
                .filter(candidate -> Candidates.haveSameAddress(candidate, learnt))
                .findFirst()
                .orElse(learnt);
    }
}
