package dev.belfry.benchmarks;

import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.session.PeerConnections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call by Belfry's codecs and peer connections. */
final class BelfryCall implements TwoWayCall {
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1 << 16);
    private final PeerConnections connections =
            PeerConnections.builder(Thread::new, packets, frames).build();
    private final BelfryEnd caller;
    private final BelfryEnd callee;
    private final Metronome callersCamera;
    private final Metronome calleesCamera;

    BelfryCall(Clip clip) throws Exception {
        caller = new BelfryEnd(connections, false);
        callee = new BelfryEnd(connections, true);
        caller.call(callee);
        callersCamera = new Metronome(0, number -> caller.show(clip.at(number), number));
        calleesCamera = new Metronome(Clip.LENGTH / 2, number -> callee.show(clip.at(number), number));
    }

    @Override
    public long shown() {
        return callersCamera.shown() + calleesCamera.shown();
    }

    @Override
    public long decoded() {
        return caller.decoded.get() + callee.decoded.get();
    }

    @Override
    public void end() throws Exception {
        callersCamera.stop();
        calleesCamera.stop();
        CompletableFuture.allOf(caller.hangUp(), callee.hangUp()).get(20, TimeUnit.SECONDS);
        caller.free();
        callee.free();
        connections.close();
        frames.close();
        packets.close();
    }
}
