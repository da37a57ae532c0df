package dev.belfry.engine;

import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PathStats;
import java.util.concurrent.atomic.LongAdder;

/** What a session counts, on whatever thread it happens. */
final class Counters {
    final LongAdder captured = new LongAdder();
    final LongAdder encoded = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder received = new LongAdder();
    final LongAdder decoded = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder keyFrames = new LongAdder();
    final LongAdder videoBytes = new LongAdder();
    final LongAdder audioSent = new LongAdder();
    final LongAdder audioReceived = new LongAdder();
    final LongAdder audioBytes = new LongAdder();

    MediaStats snapshot(PathStats path) {
        return new MediaStats(
                captured.sum(),
                encoded.sum(),
                sent.sum(),
                received.sum(),
                decoded.sum(),
                dropped.sum(),
                keyFrames.sum(),
                videoBytes.sum(),
                audioSent.sum(),
                audioReceived.sum(),
                audioBytes.sum(),
                path);
    }
}
