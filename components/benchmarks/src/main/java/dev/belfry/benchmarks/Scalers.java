package dev.belfry.benchmarks;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.media.picture.SwsPictureScaler;

/** Belfry's scaler, for where checked exceptions do not fit. */
final class Scalers {
    private Scalers() {}

    static PictureScaler create() {
        try {
            return SwsPictureScaler.create();
        } catch (CallException e) {
            throw new IllegalStateException(e);
        }
    }
}
