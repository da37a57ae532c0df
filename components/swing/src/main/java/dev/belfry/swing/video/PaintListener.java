package dev.belfry.swing.video;

/**
 * Hears of each picture that a view painted, for measurements. Called on the event dispatch thread from within the
 * painting, so return at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PaintListener {
    /**
     * A picture was painted for the first time; painting it again, as when a window is uncovered, is not told.
     *
     * @param view where; {@link VideoView#snapshot()} and {@link VideoView#paint} give this picture again
     * @param sequence the number of the picture at its source
     * @param captureNanos when it was taken, on the clock of {@link System#nanoTime()} of the side that took it
     */
    void framePainted(VideoView view, long sequence, long captureNanos);
}
