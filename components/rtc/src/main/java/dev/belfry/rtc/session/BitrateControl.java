package dev.belfry.rtc.session;

import dev.belfry.rtc.congestion.BitrateSplit;
import dev.belfry.rtc.congestion.DeliveryMonitor;
import dev.belfry.rtc.congestion.RoundTripTime;
import dev.belfry.rtc.congestion.SendTarget;
import java.util.function.LongConsumer;

/** How much is sent, from what the peer tells; tells the encoders when that changes. For the loop. */
final class BitrateControl {
    private static final long SOUND = 32_000;
    private static final double NOTICEABLE = 0.03;

    private final RoundTripTime roundTrip = new RoundTripTime();
    private final SendTarget target;
    private final DeliveryMonitor delivery;
    private final LongConsumer onPictures;
    private boolean sendsSound;
    private boolean sendsPictures;
    private long told;

    BitrateControl(Bitrates rates, LongConsumer onPictures) {
        long min = Math.max(SendTarget.LEAST, rates.min());
        this.target = new SendTarget(roundTrip, min, Math.max(min, rates.start()), Math.max(min, rates.max()));
        this.delivery = new DeliveryMonitor(target);
        this.onPictures = onPictures;
    }

    RoundTripTime roundTrip() {
        return roundTrip;
    }

    SendTarget target() {
        return target;
    }

    DeliveryMonitor delivery() {
        return delivery;
    }

    /** Returns how much all streams may send together. */
    long bitsPerSecond() {
        return target.bitsPerSecond();
    }

    /** Returns what the encoders of pictures were told last. */
    long picturesBitsPerSecond() {
        return told;
    }

    /** Says what there is to share the rate among. */
    void sends(boolean sound, boolean pictures) {
        sendsSound = sound;
        sendsPictures = pictures;
    }

    /** Tells the encoders if their share has noticeably changed. */
    void tell() {
        long share = BitrateSplit.of(target.bitsPerSecond(), SOUND, sendsSound, sendsPictures)
                .pictures();
        if (sendsPictures && Math.abs(share - told) > told * NOTICEABLE) {
            told = share;
            onPictures.accept(share);
        }
    }
}
