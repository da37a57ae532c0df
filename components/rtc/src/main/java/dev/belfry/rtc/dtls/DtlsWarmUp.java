package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpReceiver;
import dev.belfry.rtc.srtp.SrtpSender;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Loads and compiles ahead of the first call what its handshake and its packets need: some hundred milliseconds that the
 * callers would otherwise wait.
 *
 * @since 0.1
 */
public final class DtlsWarmUp {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PACKETS = 500;
    private static final int LENGTH = 1200;

    private DtlsWarmUp() {}

    /**
     * Makes two identities, lets them shake hands in memory, and encrypts some packets with the keys. Blocks for up to a
     * second or two: for a background thread, once the first window shows.
     *
     * @param threads makes the threads of the handshake, all of which end with it
     * @throws RtcException NOT_SECURE if that failed: a call would as well
     */
    public static void run(SecureRandom random, Instant now, ThreadFactory threads) throws RtcException {
        ExecutorService executor = Executors.newSingleThreadExecutor(threads);
        try (PacketPool pool = new PacketPool()) {
            DtlsSettings one = new DtlsSettings(DtlsIdentity.generate(random, now), executor, threads, LIMIT);
            DtlsSettings other = new DtlsSettings(DtlsIdentity.generate(random, now), executor, threads, LIMIT);
            End client = new End(pool);
            End server = new End(pool);
            DtlsTransport toServer = client.connect(one, DtlsRole.CLIENT, other, server);
            DtlsTransport toClient = server.connect(other, DtlsRole.SERVER, one, client);
            executor.execute(toClient::start);
            executor.execute(toServer::start);
            try (SrtpKeys sending = client.keys.join();
                    SrtpKeys receiving = server.keys.join()) {
                exercise(new SrtpSender(sending), new SrtpReceiver(receiving), pool);
            } finally {
                executor.execute(toServer::close);
                executor.execute(toClient::close);
            }
        } catch (CompletionException e) {
            throw new RtcException(RtcException.Reason.NOT_SECURE, "no handshake with itself", e);
        } finally {
            executor.shutdown();
        }
    }

    private static void exercise(SrtpSender sender, SrtpReceiver receiver, PacketPool pool) {
        byte[] rtp = new byte[LENGTH];
        rtp[0] = (byte) 0x80;
        byte[] rtcp = {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 1};
        Packet packet = pool.take();
        for (int i = 0; i < PACKETS; i++) {
            rtp[2] = (byte) (i >> 8);
            rtp[3] = (byte) i;
            packet.set(rtp, 0, rtp.length);
            sender.protectRtp(packet);
            receiver.unprotectRtp(packet);
            packet.set(rtcp, 0, rtcp.length);
            sender.protectRtcp(packet);
            receiver.unprotectRtcp(packet);
        }
        packet.release();
    }

    /** One side of the handshake with itself. */
    private static final class End implements DtlsListener {
        private final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();
        private final CompletableFuture<DtlsTransport> transport = new CompletableFuture<>();
        private final PacketPool pool;

        End(PacketPool pool) {
            this.pool = pool;
        }

        DtlsTransport connect(DtlsSettings settings, DtlsRole role, DtlsSettings peer, End other) {
            DtlsTransport made =
                    new DtlsTransport(settings, role, List.of(peer.identity().fingerprint()), other::deliver, this);
            transport.complete(made);
            return made;
        }

        private void deliver(byte[] bytes, int offset, int length) {
            Packet packet = pool.take();
            packet.set(bytes, offset, length);
            transport.join().receive(packet);
            packet.release();
        }

        @Override
        public void secured(SrtpKeys agreed) {
            keys.complete(agreed);
        }

        @Override
        public void failed(RtcException error) {
            keys.completeExceptionally(error);
        }
    }
}
