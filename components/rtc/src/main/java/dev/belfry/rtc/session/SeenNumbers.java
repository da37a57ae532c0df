package dev.belfry.rtc.session;

/** Which of the latest numbers of a stream came already. */
final class SeenNumbers {
    private static final int WINDOW = 1024;

    private final long[] numbers = new long[WINDOW];
    private final boolean[] used = new boolean[WINDOW];

    /** Returns false if the number came before, or a much later one did. */
    boolean add(long number) {
        int slot = Math.floorMod(number, WINDOW);
        if (used[slot] && numbers[slot] >= number) {
            return false;
        }
        used[slot] = true;
        numbers[slot] = number;
        return true;
    }
}
