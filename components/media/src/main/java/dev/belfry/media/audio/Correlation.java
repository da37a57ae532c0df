package dev.belfry.media.audio;

/**
 * How alike two recordings are, whatever lies between them in time and loudness: the greatest normalised
 * cross-correlation over a range of delays (B. P. Lathi, "Signal Processing and Linear Systems", 3.2).
 *
 * @since 0.1
 */
public final class Correlation {
    private Correlation() {}

    /**
     * Returns the greatest correlation of a stretch of the received sound with the sent sound, from -1 to 1.
     *
     * @param sent samples of the sound that was sent
     * @param received samples of the sound that was heard
     * @param from where the stretch begins in the received sound
     * @param length how many samples it has
     * @param minDelay the least number of samples by which the received sound lags, may be negative
     * @param maxDelay the greatest
     */
    public static double best(short[] sent, short[] received, int from, int length, int minDelay, int maxDelay) {
        double best = -1;
        for (int delay = minDelay; delay <= maxDelay; delay++) {
            if (from - delay >= 0 && from - delay + length <= sent.length) {
                best = Math.max(best, at(sent, received, from, length, delay));
            }
        }
        return best;
    }

    private static double at(short[] sent, short[] received, int from, int length, int delay) {
        double product = 0;
        double sentPower = 0;
        double receivedPower = 0;
        for (int i = from; i < from + length; i++) {
            double a = sent[i - delay];
            double b = received[i];
            product += a * b;
            sentPower += a * a;
            receivedPower += b * b;
        }
        double power = Math.sqrt(sentPower * receivedPower);
        return power == 0 ? 0 : product / power;
    }
}
