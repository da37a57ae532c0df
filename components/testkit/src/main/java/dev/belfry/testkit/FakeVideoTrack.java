package dev.belfry.testkit;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import dev.belfry.frame.VideoTrack;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A track whose pictures the test pushes. Thread-safe. */
public final class FakeVideoTrack implements VideoTrack {
    private final CopyOnWriteArrayList<VideoSink> sinks = new CopyOnWriteArrayList<>();

    @Override
    public void addSink(VideoSink sink) {
        sinks.addIfAbsent(sink);
    }

    @Override
    public void removeSink(VideoSink sink) {
        sinks.remove(sink);
    }

    /** Returns who watches: after a view is removed, nobody. */
    public List<VideoSink> sinks() {
        return List.copyOf(sinks);
    }

    /** Gives a picture to every sink, on this thread; the caller keeps its hold on the frame. */
    public void push(VideoFrame frame) {
        for (VideoSink sink : sinks) {
            sink.onFrame(frame);
        }
    }
}
