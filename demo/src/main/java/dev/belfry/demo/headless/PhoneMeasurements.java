package dev.belfry.demo.headless;

/**
 * What one phone measured of its call, under the names that {@link Measurements} has; NaN where it does not apply.
 *
 * @param ringMs for the caller: from the wish to the panel that shows that it rings
 * @param acceptToFirstFrameMs from the answer to the first remote picture painted
 * @param psnrDb likeness of the painted pixels to those that the other phone captured, if it could be compared
 * @param audioCorrelation likeness of the sound heard to the sound that the other phone sent, if it could be compared
 * @param audioPacketsReceived packets of sound that came
 */
record PhoneMeasurements(
        double ringMs,
        double acceptToFirstFrameMs,
        long framesCaptured,
        long framesEncoded,
        long framesSent,
        long framesReceived,
        long framesDecoded,
        long framesPainted,
        long framesDropped,
        double latencyP50Ms,
        double latencyP95Ms,
        double psnrDb,
        int psnrSamples,
        double audioCorrelation,
        long audioPacketsSent,
        long audioPacketsReceived,
        long nativeBytesLeft,
        int eventsMissing,
        int eventsDoubled,
        int errors,
        String localCandidate,
        String remoteCandidate,
        String cipher,
        double roundTripMs,
        long packetsLost,
        long packetsResent,
        long packetsRecovered) {}
