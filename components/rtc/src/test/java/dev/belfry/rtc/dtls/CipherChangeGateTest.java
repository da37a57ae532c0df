package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class CipherChangeGateTest {
    private static final int CERTIFICATE = 11;
    private static final int CERTIFICATE_VERIFY = 15;
    private static final byte[] CHANGE = record(20, 0, new byte[] {1});
    private static final byte[] FINISHED = record(22, 1, new byte[40]);

    private final CipherChangeGate gate = CipherChangeGate.forServer();

    @Test
    void the_change_is_kept_back_while_the_proof_is_missing() {
        byte[] certificate = record(22, 0, message(CERTIFICATE, 50, 0, 50));
        assertThat(gate.passable(join(certificate, CHANGE, FINISHED))).isEqualTo(certificate.length);
        assertThat(gate.passable(CHANGE)).isZero();
    }

    @Test
    void the_change_passes_once_the_proof_is_there() {
        byte[] flight = join(record(22, 0, message(CERTIFICATE_VERIFY, 70, 0, 70)), CHANGE, FINISHED);
        assertThat(gate.passable(flight)).isEqualTo(flight.length);
        assertThat(gate.passable(CHANGE)).isEqualTo(CHANGE.length);
    }

    @Test
    void a_proof_in_parts_counts_when_all_are_there() {
        assertThat(gate.passable(record(22, 0, message(CERTIFICATE_VERIFY, 70, 40, 30))))
                .isPositive();
        assertThat(gate.passable(CHANGE)).isZero();
        assertThat(gate.passable(record(22, 0, message(CERTIFICATE_VERIFY, 70, 0, 40))))
                .isPositive();
        assertThat(gate.passable(CHANGE)).isEqualTo(CHANGE.length);
    }

    @Test
    void a_client_waits_for_no_proof() {
        assertThat(CipherChangeGate.forClient().passable(CHANGE)).isEqualTo(CHANGE.length);
    }

    private static byte[] message(int type, int length, int offset, int fragment) {
        byte[] bytes = new byte[12 + fragment];
        bytes[0] = (byte) type;
        bytes[3] = (byte) length;
        bytes[8] = (byte) offset;
        bytes[11] = (byte) fragment;
        return bytes;
    }

    private static byte[] record(int type, int epoch, byte[] body) {
        byte[] bytes = new byte[13 + body.length];
        bytes[0] = (byte) type;
        bytes[1] = (byte) 0xfe;
        bytes[2] = (byte) 0xfd;
        bytes[4] = (byte) epoch;
        bytes[12] = (byte) body.length;
        System.arraycopy(body, 0, bytes, 13, body.length);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
