package dev.belfry.rtc.jitter;

/** Which of the missing packets are to be asked for, and when: RFC 4585 section 6.2.1. */
final class NackList {
    private final PacketRing ring;
    private final Patience patience;

    NackList(PacketRing ring, Patience patience) {
        this.ring = ring;
        this.patience = patience;
    }

    /** Puts the sequence numbers to be asked for now, and notes that they are; returns how many. */
    int collect(long now, int[] into) {
        int count = 0;
        int left = ring.missing();
        for (long sequence = ring.head(); left > 0 && count < into.length; sequence++) {
            Slot slot = ring.slot(sequence);
            if (slot.isMissing()) {
                left--;
                if (slot.nacks < Patience.MAX_NACKS && dueIn(slot, now) <= 0) {
                    slot.nacks++;
                    slot.lastNack = now;
                    into[count++] = (int) sequence & 0xffff;
                }
            }
        }
        return count;
    }

    /** Returns how long it is until some are to be asked for. */
    long delay(long now) {
        long delay = Long.MAX_VALUE;
        int left = ring.missing();
        for (long sequence = ring.head(); left > 0; sequence++) {
            Slot slot = ring.slot(sequence);
            if (slot.isMissing()) {
                left--;
                if (slot.nacks < Patience.MAX_NACKS) {
                    delay = Math.min(delay, dueIn(slot, now));
                }
            }
        }
        return delay;
    }

    private long dueIn(Slot slot, long now) {
        return slot.nacks == 0 ? slot.since + Patience.REORDERING - now : slot.lastNack + patience.nackInterval() - now;
    }
}
