package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.rtc.packet.PacketPool;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Transports over this machine's sockets. Thread-safe.
 *
 * @since 0.1
 */
public final class Ice4jTransports implements IceTransportFactory {
    private final Scheduler scheduler;
    private final Executor background;
    private final SecureRandom random;
    private final Supplier<SSLSocketFactory> tls;

    /**
     * Creates a factory.
     *
     * @param scheduler the clock of all its transports, also of packets' arrival
     * @param background where interfaces are listed, names looked up and servers connected to; may block, and has to run
     *     until the last transport's {@link IceTransport#close} has completed
     * @param random for credentials and tie-breakers
     * @param tls secures the way to {@code turns:} servers; null for the JVM's default, which is loaded when it is needed
     */
    public Ice4jTransports(
            Scheduler scheduler, Executor background, SecureRandom random, @Nullable SSLSocketFactory tls) {
        this.scheduler = scheduler;
        this.background = background;
        this.random = random;
        this.tls = () -> tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
    }

    @Override
    public IceTransport create(IceOptions options, PacketPool packets, Executor executor, IceListener listener) {
        return new Ice4jTransport(
                new IceEnvironment(options, scheduler, executor, background, packets, tls), listener, random);
    }

    /** Loads ice4j by connecting two transports on the loopback interface; takes two background threads for seconds. */
    @Override
    public CompletableFuture<@Nullable Void> warmUp() {
        return new WarmUp(this, scheduler, background).run();
    }
}
