package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.junit.jupiter.api.BeforeAll;

/** Whatever a stranger sends during a handshake ends in the one error that is caught, and costs little memory. */
class HandshakeFuzzTest {
    private static DtlsIdentity identity;

    @BeforeAll
    static void makeIdentity() {
        identity = DtlsIdentity.generate(new SecureRandom(), Instant.now());
    }

    @FuzzTest(maxDuration = "10m")
    void a_server_takes_anything(byte[] input) throws Exception {
        DtlsInbox inbox = inbox(CipherChangeGate.forServer(), input);
        try {
            new DTLSServerProtocol().accept(new DtlsServer(handshake(), new PeerAlerts()), inbox);
            throw new AssertionError("a handshake without the key");
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void a_client_takes_anything(byte[] input) throws Exception {
        DtlsInbox inbox = inbox(CipherChangeGate.forClient(), input);
        try {
            new DTLSClientProtocol().connect(new DtlsClient(handshake(), new PeerAlerts()), inbox);
            throw new AssertionError("a handshake without the key");
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static Handshake handshake() {
        return new Handshake(identity, List.of(identity.fingerprint()), Duration.ofSeconds(1));
    }

    /** Cuts the input into datagrams, each after two bytes that say how long it is. */
    private static DtlsInbox inbox(CipherChangeGate gate, byte[] input) {
        DtlsInbox inbox = new DtlsInbox((bytes, offset, length) -> {}, gate);
        inbox.stopWaiting();
        int at = 0;
        while (at + 2 < input.length) {
            int length = Math.min(((input[at] & 0xff) << 8) | (input[at + 1] & 0xff), input.length - at - 2);
            if (DtlsRecords.acceptable(input, at + 2, length)) {
                inbox.offer(input, at + 2, length);
            }
            at += 2 + length;
        }
        return inbox;
    }
}
