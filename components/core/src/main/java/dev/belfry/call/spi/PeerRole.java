package dev.belfry.call.spi;

import dev.belfry.call.Participant;

/**
 * Which part a participant plays towards another one in perfect negotiation (W3C WebRTC section 10.7). Both work it out
 * by themselves, by the same rule: see {@link #of}.
 *
 * @since 0.1
 */
public enum PeerRole {
    /** Makes the first offer; when two offers meet, its own stands. */
    IMPOLITE,
    /** Waits for the first offer; when two offers meet, it takes its own back. */
    POLITE;

    /**
     * Returns the part the local participant plays towards another. Whoever started the call is impolite, so that a
     * callee is always polite to the caller. Of two others, members of a group, the one whose participant id is the
     * lesser is impolite; ids are compared by their UTF-16 units, as {@link String#compareTo} and JavaScript's
     * {@code <} do.
     *
     * @param local the local participant
     * @param remote the other one
     * @param callerUid the user who started the call
     */
    public static PeerRole of(Participant local, Participant remote, String callerUid) {
        boolean localCalled = local.uid().equals(callerUid);
        boolean remoteCalled = remote.uid().equals(callerUid);
        if (localCalled != remoteCalled) {
            return localCalled ? IMPOLITE : POLITE;
        }
        return local.id().compareTo(remote.id()) < 0 ? IMPOLITE : POLITE;
    }
}
