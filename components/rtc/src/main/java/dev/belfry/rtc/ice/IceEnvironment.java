package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.packet.PacketPool;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the parts of one transport share.
 *
 * @param executor serial; owns the transport's state
 * @param background may block
 * @param tls secures the way to servers that want that
 */
record IceEnvironment(
        IceOptions options,
        Scheduler scheduler,
        Executor executor,
        Executor background,
        PacketPool packets,
        Supplier<SSLSocketFactory> tls) {}
