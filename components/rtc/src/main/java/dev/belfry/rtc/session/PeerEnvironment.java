package dev.belfry.rtc.session;

import dev.belfry.rtc.dtls.DtlsIdentity;
import dev.belfry.rtc.ice.IceTransportFactory;
import java.security.SecureRandom;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * What a connection takes from outside, beside its options and its loop.
 *
 * @param paths looks for the way to the peer
 * @param threads makes the thread of the handshake
 * @param random for keys and whatever is not to be guessed
 * @param identities says who this side is; asked once, on the loop
 */
record PeerEnvironment(
        IceTransportFactory paths, ThreadFactory threads, SecureRandom random, Supplier<DtlsIdentity> identities) {
    PeerEnvironment withThreads(ThreadFactory value) {
        return new PeerEnvironment(paths, value, random, identities);
    }
}
