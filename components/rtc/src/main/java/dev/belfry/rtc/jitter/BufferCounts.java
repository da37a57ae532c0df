package dev.belfry.rtc.jitter;

/**
 * What a {@link VideoReceiveBuffer} counted since it was created. Read on the thread that owns the buffer.
 *
 * @since 0.1
 */
public final class BufferCounts {
    long frames;
    long keyFrames;
    long framesDropped;
    long packetsDiscarded;
    long nacks;
    long keyFrameRequests;
    long waitedNanos;

    BufferCounts() {}

    /** Returns how many frames were handed on. */
    public long framesReceived() {
        return frames;
    }

    /** Returns how many of them were key frames. */
    public long keyFramesReceived() {
        return keyFrames;
    }

    /** Returns how many whole frames were not handed on: one before them was lost, or they are not what their codec says. */
    public long framesDropped() {
        return framesDropped;
    }

    /** Returns how many packets came too late, or twice. */
    public long packetsDiscarded() {
        return packetsDiscarded;
    }

    /** Returns how many sequence numbers were asked for, each time counted. */
    public long packetsRequested() {
        return nacks;
    }

    /** Returns how often a key frame was asked for. */
    public long keyFramesRequested() {
        return keyFrameRequests;
    }

    /** Returns how long all frames handed on waited in all, from the first packet of each. */
    public long waitedNanos() {
        return waitedNanos;
    }
}
