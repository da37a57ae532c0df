package dev.belfry.rtc.congestion;

/**
 * Shares what may be sent between sound and pictures: sound first, since a call can do without pictures. Rates are in
 * bits a second.
 *
 * @param sound for the encoder of sound
 * @param pictures for the encoders of all pictures together; zero if there is not enough for any
 * @since 0.1
 */
public record BitrateSplit(long sound, long pictures) {
    private static final long LEAST_SOUND = 12_000;
    private static final long LEAST_PICTURES = 30_000;
    /** What packets of 20 ms add: 50 a second, 40 bytes each for headers and authentication. */
    private static final long SOUND_HEADERS = 16_000;

    private static final double PICTURE_HEADERS = 0.95;

    /**
     * Shares out a target.
     *
     * @param target what may be sent, packets' headers included
     * @param mostSound what sound needs at its best
     * @param sendsSound whether there is sound to send
     * @param sendsPictures whether there are pictures to send
     */
    public static BitrateSplit of(long target, long mostSound, boolean sendsSound, boolean sendsPictures) {
        if (!sendsSound) {
            return new BitrateSplit(0, sendsPictures ? (long) (target * PICTURE_HEADERS) : 0);
        }
        long share = sendsPictures ? target / 5 : target - SOUND_HEADERS;
        long sound = Math.max(LEAST_SOUND, Math.min(mostSound, share));
        long left = (long) ((target - sound - SOUND_HEADERS) * PICTURE_HEADERS);
        return new BitrateSplit(sound, sendsPictures && left >= LEAST_PICTURES ? left : 0);
    }
}
