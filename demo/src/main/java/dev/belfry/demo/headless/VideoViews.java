package dev.belfry.demo.headless;

import dev.belfry.frame.VideoTrack;
import dev.belfry.swing.video.VideoView;
import java.awt.Component;
import java.awt.Container;
import org.jspecify.annotations.Nullable;

/** Finds the views of a panel. On the event dispatch thread. */
final class VideoViews {
    private VideoViews() {}

    /** Returns the view within a container that shows this track; null if there is none. */
    static @Nullable VideoView of(Container parent, VideoTrack track) {
        for (Component child : parent.getComponents()) {
            if (child instanceof VideoView view && view.getTrack() == track) {
                return view;
            }
            VideoView within = child instanceof Container container ? of(container, track) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }
}
