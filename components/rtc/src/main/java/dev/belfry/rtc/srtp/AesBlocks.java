package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import java.security.GeneralSecurityException;
import java.security.NoSuchProviderException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES under one key, block by block, and the counter mode made of it. The runtime's own cipher is keyed once and then
 * turns a whole packet's counters into key stream in one call: nothing is allocated, and the processor's AES
 * instructions are used. (A cipher in counter or Galois mode has to be initialised anew for each packet, which
 * allocates about a kilobyte.)
 */
final class AesBlocks {
    static final int BLOCK = 16;

    /** The longest packet there is, with some room. */
    static final int MAX_DATA = 1664;

    /** The provider is named, lest one that the host registered is slower, or logs, or loads natives. */
    private static final String PROVIDER = "SunJCE";

    private static final long COUNTER = 0xffffffffL;

    private final Cipher cipher;
    private final byte[] counters = new byte[MAX_DATA];
    private final byte[] keyStream = new byte[MAX_DATA];

    AesBlocks(byte[] key) {
        try {
            cipher = create();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES", e);
        }
    }

    private static Cipher create() throws GeneralSecurityException {
        try {
            return Cipher.getInstance("AES/ECB/NoPadding", PROVIDER);
        } catch (NoSuchProviderException e) {
            return Cipher.getInstance("AES/ECB/NoPadding");
        }
    }

    /** Encrypts one block in place. */
    void encrypt(byte[] block) {
        // not in place: the runtime would copy the input first
        update(block, BLOCK, keyStream);
        System.arraycopy(keyStream, 0, block, 0, BLOCK);
    }

    /**
     * Encrypts or decrypts in counter mode: the counter is the last 32 bits of the block.
     *
     * @param first the counter block of the first 16 bytes; unchanged
     * @param length at most {@link #MAX_DATA}
     */
    void counterMode(byte[] first, byte[] data, int offset, int length) {
        int blocks = (length + BLOCK - 1) / BLOCK;
        long high = Bytes.i64(first, 0);
        long low = Bytes.i64(first, Long.BYTES);
        long lowFixed = low & ~COUNTER;
        for (int i = 0; i < blocks; i++) {
            Bytes.put64(counters, i * BLOCK, high);
            Bytes.put64(counters, i * BLOCK + Long.BYTES, lowFixed | ((low + i) & COUNTER));
        }
        update(counters, blocks * BLOCK, keyStream);
        int done = 0;
        for (; done <= length - Long.BYTES; done += Long.BYTES) {
            Bytes.put64(data, offset + done, Bytes.i64(data, offset + done) ^ Bytes.i64(keyStream, done));
        }
        for (; done < length; done++) {
            data[offset + done] ^= keyStream[done];
        }
    }

    private void update(byte[] in, int length, byte[] out) {
        try {
            cipher.update(in, 0, length, out, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("whole blocks need no more room than they have", e);
        }
    }
}
