package dev.belfry.demo.headless;

import dev.belfry.media.audio.Correlation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures how like the sound that was sent the sound is that was heard, wherever in the former the latter begins. */
final class SoundMeter {
    /** The delay is sought on averages of so many samples, which leave a voice its pitch. */
    private static final int STEP = 32;

    private static final int STRETCH = 24_000;

    private SoundMeter() {}

    /**
     * Returns the median, over every half second heard from the first sample that is not silent to the last, of its
     * normalised cross-correlation with the stretch of what was sent that it is most like; NaN if there is too little
     * to tell. Stretch by stretch, because a playout buffer that adapts shifts what follows.
     */
    static double correlation(short[] sent, short[] heard) {
        int from = firstAudible(heard);
        int to = lastAudible(heard);
        short[] coarseSent = averages(sent);
        List<Double> likenesses = new ArrayList<>();
        for (int at = from; at + STRETCH <= to; at += STRETCH) {
            short[] coarse = averages(Arrays.copyOfRange(heard, at, at + STRETCH));
            int delay = at - mostAlike(coarseSent, coarse) * STEP;
            likenesses.add(Correlation.best(sent, heard, at, STRETCH, delay - STEP, delay + STEP));
        }
        likenesses.sort(null);
        return likenesses.isEmpty() ? Double.NaN : likenesses.get(likenesses.size() / 2);
    }

    /** Returns where in what was sent that which was heard fits best. */
    private static int mostAlike(short[] sent, short[] heard) {
        int best = 0;
        double most = -1;
        for (int at = 0; at + heard.length <= sent.length; at++) {
            double here = Correlation.best(sent, heard, 0, heard.length, -at, -at);
            if (here > most) {
                most = here;
                best = at;
            }
        }
        return best;
    }

    private static short[] averages(short[] samples) {
        short[] averages = new short[samples.length / STEP];
        for (int i = 0; i < averages.length; i++) {
            int sum = 0;
            for (int k = 0; k < STEP; k++) {
                sum += samples[i * STEP + k];
            }
            averages[i] = (short) (sum / STEP);
        }
        return averages;
    }

    private static int firstAudible(short[] samples) {
        int at = 0;
        while (at < samples.length && samples[at] == 0) {
            at++;
        }
        return at;
    }

    private static int lastAudible(short[] samples) {
        int at = samples.length;
        while (at > 0 && samples[at - 1] == 0) {
            at--;
        }
        return at;
    }
}
