package dev.belfry.rtc.dtls;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * What a transport works with.
 *
 * @param identity who this side is
 * @param executor the serial executor of the owner: the listener is called on it
 * @param threads makes the one thread of the handshake, which ends with it
 * @param limit how long a handshake may take
 * @since 0.1
 */
public record DtlsSettings(DtlsIdentity identity, Executor executor, ThreadFactory threads, Duration limit) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Returns settings with a limit of 30 s. */
    public static DtlsSettings of(DtlsIdentity identity, Executor executor, ThreadFactory threads) {
        return new DtlsSettings(identity, executor, threads, LIMIT);
    }
}
