package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.packet.PacketPool;
import java.util.concurrent.Executor;

/**
 * What the parts of one transport share.
 *
 * @param executor serial; owns the transport's state
 * @param background may block
 */
record IceEnvironment(
        IceOptions options, Scheduler scheduler, Executor executor, Executor background, PacketPool packets) {}
