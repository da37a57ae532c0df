package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.congestion.FrameGate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A track of this side's: the owner's handle, and what the loop knows of it. */
final class SendTrack implements LocalTrack {
    private static final int MAX_WAITING = 64;
    private static final long BETWEEN_REQUESTS_NANOS = 200_000_000;

    private final MediaKind kind;
    private final String streamId;
    private final OutboundStream stream;
    private final Inbox<EncodedFrame> inbox;
    private final Commands commands;
    private volatile @Nullable String mid;
    private volatile List<Codec> codecs = List.of();
    private volatile boolean muted;
    /** Whether a frame was left out, so that only a key frame can follow. */
    private volatile boolean missed = true;

    private @Nullable FrameGate gate;
    private long requestedAt;
    private boolean requested;

    /** What the handle asks of the connection; on any thread. */
    interface Commands {
        void remove(SendTrack track);

        void unmuted(SendTrack track);
    }

    /** Gets each frame on the loop, and owns it then. */
    @FunctionalInterface
    interface FrameSender {
        void send(SendTrack track, EncodedFrame frame);
    }

    SendTrack(MediaContext context, MediaKind kind, String streamId, FrameSender sender, Commands commands) {
        this.kind = kind;
        this.streamId = streamId;
        this.stream = new OutboundStream(context, kind);
        this.inbox = new Inbox<>(MAX_WAITING, context.loop(), frame -> sender.send(this, frame));
        this.commands = commands;
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    @Override
    public String streamId() {
        return streamId;
    }

    @Override
    public @Nullable String mid() {
        return mid;
    }

    @Override
    public List<Codec> codecs() {
        return codecs;
    }

    @Override
    public void send(EncodedFrame frame) {
        if (muted) {
            missed = true;
            return;
        }
        frame.retain();
        inbox.put(frame);
    }

    @Override
    public double lossAtPeer() {
        return stream.report().fractionLost();
    }

    @Override
    public void setMuted(boolean value) {
        boolean before = muted;
        muted = value;
        if (before && !value) {
            commands.unmuted(this);
        }
    }

    @Override
    public void remove() {
        inbox.close();
        commands.remove(this);
    }

    /** Takes no more frames; on any thread. */
    void stop() {
        inbox.close();
    }

    boolean isMuted() {
        return muted;
    }

    OutboundStream stream() {
        return stream;
    }

    void mid(String value) {
        mid = value;
    }

    /** Sets what was agreed for the track; null for nothing. Returns whether the codecs changed. */
    boolean negotiated(@Nullable SectionParameters agreed) {
        List<Codec> before = codecs;
        List<Codec> now = agreed == null ? List.of() : agreed.sendCodecs();
        stream.negotiated(now.isEmpty() ? null : agreed);
        codecs = now;
        return !now.equals(before);
    }

    /** Sets what says which pictures have room; pictures alone have one. */
    void gate(FrameGate value) {
        gate = value;
    }

    /** Returns whether pictures must begin anew with a key frame, since one was left out. */
    boolean needsKeyFrame() {
        return missed && kind == MediaKind.VIDEO;
    }

    /** Returns whether there is room for a frame; if not, a key frame is asked for once there is. */
    boolean admits(EncodedFrame frame) {
        FrameGate open = gate;
        missed = open != null && !open.admits(frame.isKeyFrame());
        return !missed;
    }

    /** Notes that a frame was left out. */
    void miss() {
        missed = true;
    }

    /** Lets the next request for a key frame pass, however soon it comes. */
    void forgetRequest() {
        requested = false;
    }

    /** Returns whether a key frame is to be asked of the encoder now: not while one is under way. */
    boolean mayRequestKeyFrame(long now, long roundTripNanos) {
        if (kind != MediaKind.VIDEO
                || muted
                || (requested && now - requestedAt < BETWEEN_REQUESTS_NANOS + roundTripNanos)) {
            return false;
        }
        requested = true;
        requestedAt = now;
        return true;
    }

    /** Lets go of everything. */
    void close() {
        inbox.close();
        if (gate != null) {
            gate.close();
        }
        stream.close();
    }

    @Override
    public String toString() {
        return "LocalTrack[" + kind + ", mid=" + mid + "]";
    }
}
