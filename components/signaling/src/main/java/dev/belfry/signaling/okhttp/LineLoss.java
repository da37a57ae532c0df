package dev.belfry.signaling.okhttp;

import java.net.HttpURLConnection;
import java.time.Duration;

/**
 * How a connection to the hub ended.
 *
 * @param next what to do about it
 * @param retryAfter how long the hub wants to be left alone; zero if it did not say
 */
record LineLoss(Next next, Duration retryAfter) {
    static final LineLoss BROKEN = new LineLoss(Next.OTHER_NODE, Duration.ZERO);
    static final LineLoss UNREADABLE = new LineLoss(Next.WAIT, Duration.ZERO);
    static final LineLoss STALE = new LineLoss(Next.AT_ONCE, Duration.ZERO);
    static final LineLoss NO_TOKEN = new LineLoss(Next.WAIT, Duration.ZERO);
    static final LineLoss WRONG_TOKEN = new LineLoss(Next.OTHER_TOKEN, Duration.ZERO);

    private static final int GOING_AWAY = 1001;
    private static final int BAD_MESSAGE = 4400;
    private static final int UNAUTHORIZED = 4401;
    private static final int REPLACED = 4409;

    /** What to do about it. */
    enum Next {
        /** Connect again at once: nothing is wrong with the hub. */
        AT_ONCE,
        /** Connect again at once, to another node if there is one. */
        OTHER_NODE_AT_ONCE,
        /** Wait, then try another node if there is one. */
        OTHER_NODE,
        /** Wait, then try again. */
        WAIT,
        /** Wait, then try again, without what this device had sent. */
        WAIT_AND_FORGET,
        /** Ask the host for another token, then try again at once. */
        OTHER_TOKEN,
        /** Never again: another start of this device took its place. */
        NEVER
    }

    /** The hub closed it (RFC 6455 section 7.4; 4000 and up are the hub's own). */
    static LineLoss closed(int code) {
        Next next = switch (code) {
            case GOING_AWAY -> Next.OTHER_NODE_AT_ONCE;
            case BAD_MESSAGE -> Next.WAIT_AND_FORGET;
            case UNAUTHORIZED -> Next.OTHER_TOKEN;
            case REPLACED -> Next.NEVER;
            default -> Next.WAIT;
        };
        return new LineLoss(next, Duration.ZERO);
    }

    /** The hub did not let it come about. */
    static LineLoss refused(int status, Duration retryAfter) {
        boolean unauthorized = status == HttpURLConnection.HTTP_UNAUTHORIZED;
        return new LineLoss(unauthorized ? Next.OTHER_TOKEN : Next.OTHER_NODE, retryAfter);
    }

    boolean isAtOnce() {
        return next == Next.AT_ONCE || next == Next.OTHER_NODE_AT_ONCE || next == Next.OTHER_TOKEN;
    }

    boolean isTheNodes() {
        return next == Next.OTHER_NODE || next == Next.OTHER_NODE_AT_ONCE;
    }
}
