package dev.belfry.rtc.dtls;

import java.util.BitSet;
import org.bouncycastle.tls.ContentType;
import org.bouncycastle.tls.HandshakeType;

/**
 * Keeps a client's {@code ChangeCipherSpec} back until its {@code CertificateVerify}, which is sent before, has come. A
 * server of BouncyCastle that heard them in the wrong order, or lost the latter, would read nothing unencrypted any more,
 * and so would wait for the lost message for ever; the client sends both again (RFC 6347 section 4.2.4).
 */
final class CipherChangeGate {
    private final BitSet received = new BitSet();
    private boolean open;

    private CipherChangeGate(boolean open) {
        this.open = open;
    }

    /** Returns the gate of a client: its server has nothing to verify. */
    static CipherChangeGate forClient() {
        return new CipherChangeGate(true);
    }

    static CipherChangeGate forServer() {
        return new CipherChangeGate(false);
    }

    /** Returns how many bytes of a datagram of whole records may be read. */
    int passable(byte[] datagram) {
        int at = 0;
        while (!open && at < datagram.length) {
            int type = datagram[at];
            if (type == ContentType.change_cipher_spec) {
                return at;
            }
            int end = DtlsRecords.endOfRecord(datagram, at);
            if (type == ContentType.handshake && DtlsRecords.isClear(datagram, at)) {
                note(datagram, at + DtlsRecords.HEADER, end);
            }
            at = end;
        }
        return datagram.length;
    }

    private void note(byte[] datagram, int from, int end) {
        for (int at = from; at < end; at = DtlsRecords.endOfMessage(datagram, at)) {
            if (datagram[at] == HandshakeType.certificate_verify) {
                int offset = DtlsRecords.fragmentOffset(datagram, at);
                received.set(offset, offset + DtlsRecords.fragmentLength(datagram, at));
                open |= received.nextClearBit(0) >= DtlsRecords.messageLength(datagram, at);
            }
        }
    }
}
