package dev.belfry.rtc.srtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The packets that came of each source. A call has a handful of sources; no peer gets more than {@link #MAX} of them. */
final class Sources {
    static final int MAX = 256;

    private int[] ssrcs = new int[8];
    private ReplayWindow[] windows = new ReplayWindow[8];
    private int count;

    /** Returns the window of a source, or null if it is not known. */
    @Nullable
    ReplayWindow find(int ssrc) {
        for (int i = 0; i < count; i++) {
            if (ssrcs[i] == ssrc) {
                return windows[i];
            }
        }
        return null;
    }

    /** Adds a source that proved genuine, or returns null if there are too many. */
    @Nullable
    ReplayWindow add(int ssrc) {
        if (count == MAX) {
            return null;
        }
        if (count == ssrcs.length) {
            ssrcs = Arrays.copyOf(ssrcs, 2 * count);
            windows = Arrays.copyOf(windows, 2 * count);
        }
        ReplayWindow window = new ReplayWindow();
        ssrcs[count] = ssrc;
        windows[count++] = window;
        return window;
    }
}
