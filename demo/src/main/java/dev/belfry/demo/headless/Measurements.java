package dev.belfry.demo.headless;

/**
 * What was measured of one call; of two directions the worse, of counts of frames the sum of both sides. Field names,
 * in snake case, are those of {@code summary.json}.
 *
 * @param ringMs from the caller's wish to the receiver's panel ringing
 * @param acceptToFirstFrameMs from the receiver's wish to the first remote picture painted
 * @param framesPainted remote pictures painted
 * @param latencyP50Ms median of the time from capture to paint
 * @param latencyP95Ms 95th percentile of the same
 * @param psnrDb likeness of the painted pixels to the captured ones, over sampled pictures
 * @param psnrSamples how many pictures were sampled
 * @param audioCorrelation likeness of the sound heard to the sound sent, 1 for equal
 * @param threadsLeft threads that were not there before the call
 * @param nativeBytesLeft native memory that was not held before the call
 * @param eventsMissing events that should have come and did not
 * @param eventsDoubled events that came more often than they should
 * @param errors events that told of an error or a loss
 * @param localCandidate the kind of address media went from, {@code host} on one machine
 * @param remoteCandidate the kind of address media went to
 * @param cipher what media was encrypted with
 * @param roundTripMs the longer of the two latest round-trip times
 * @param packetsLost packets that did not come the first time
 * @param packetsResent packets that were sent again
 * @param packetsRecovered packets that came when they were sent again
 */
record Measurements(
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
        long threadsLeft,
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
