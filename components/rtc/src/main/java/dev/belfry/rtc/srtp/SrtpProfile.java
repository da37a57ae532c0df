package dev.belfry.rtc.srtp;

import org.jspecify.annotations.Nullable;

/**
 * How media is encrypted, best first. There is no profile without encryption.
 *
 * @since 0.1
 */
public enum SrtpProfile {
    /** AES-128 in Galois/counter mode, RFC 7714. */
    AEAD_AES_128_GCM(0x0007, 12, 16),
    /** AES-128 in counter mode with an 80 bit HMAC-SHA1 tag, RFC 3711. */
    AES_CM_128_HMAC_SHA1_80(0x0001, 14, 10);

    /** How many bytes a master key has, for every profile. */
    public static final int KEY_LENGTH = 16;

    private final int id;
    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int id, int saltLength, int tagLength) {
        this.id = id;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    /** Returns the number of the profile in the {@code use_srtp} extension, RFC 5764 section 4.1.2. */
    public int id() {
        return id;
    }

    /** Returns how many bytes a master salt has. */
    public int saltLength() {
        return saltLength;
    }

    /** Returns by how many bytes a protected RTP packet is longer. */
    public int tagLength() {
        return tagLength;
    }

    /** Returns the profile of this number, or null if there is none that is supported. */
    public static @Nullable SrtpProfile ofId(int id) {
        for (SrtpProfile profile : values()) {
            if (profile.id == id) {
                return profile;
            }
        }
        return null;
    }
}
