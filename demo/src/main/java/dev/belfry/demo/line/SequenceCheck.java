package dev.belfry.demo.line;

/** Watches the numbers of one device's events: each follows the one before. Thread-safe. */
public final class SequenceCheck {
    private static final long UNKNOWN = -1;

    private long last = UNKNOWN;
    private long lost;
    private long doubled;

    /** The hub greets: it goes on after this number. */
    synchronized void greeted(long since) {
        if (last == UNKNOWN) {
            last = since;
        } else if (since > last) {
            lost += since - last;
            last = since;
        }
    }

    /** An event came, or was left out for this device. */
    synchronized void came(long number) {
        if (number <= last) {
            doubled++;
            return;
        }
        lost += number - last - 1;
        last = number;
    }

    /** Returns the number that all up to have come, or less than 0 before the first greeting. */
    public synchronized long last() {
        return last;
    }

    /** Returns how many numbers never came. */
    public synchronized long lost() {
        return lost;
    }

    /** Returns how many numbers came again. */
    public synchronized long doubled() {
        return doubled;
    }
}
