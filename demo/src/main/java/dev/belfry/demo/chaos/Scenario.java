package dev.belfry.demo.chaos;

/** How a call goes. */
enum Scenario {
    /** Answered; the caller hangs up. */
    CALLER_ENDS,
    /** Answered; the receiver hangs up. */
    RECEIVER_ENDS,
    /** Answered; both hang up at once. */
    BOTH_END,
    /** The receiver declines. */
    DECLINED,
    /** The caller takes it back. */
    CANCELLED,
    /** The receiver accepts while the caller takes it back: the hub decides. */
    ACCEPTED_OR_CANCELLED
}
