package dev.belfry.rtc.rtp;

/**
 * Keeps what is sent again to a fifth of what is sent for the first time, so that resending cannot choke a narrow link.
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class ResendBudget {
    private static final int SHARE = 5;
    private static final long MAX_CREDIT = 64 * 1024 * SHARE;
    private static final long FIRST_CREDIT = 16 * 1024 * SHARE;

    private long credit = FIRST_CREDIT; // in bytes sent for the first time

    /** Notes that so many bytes were sent for the first time. */
    public void sent(int bytes) {
        credit = Math.min(MAX_CREDIT, credit + bytes);
    }

    /** Returns whether so many bytes may be sent again now, and if so takes them off. */
    public boolean allows(int bytes) {
        long price = (long) bytes * SHARE;
        if (price > credit) {
            return false;
        }
        credit -= price;
        return true;
    }
}
