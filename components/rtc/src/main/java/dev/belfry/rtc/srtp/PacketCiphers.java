package dev.belfry.rtc.srtp;

import java.util.Arrays;

/** The ciphers of one direction. */
record PacketCiphers(PacketCipher rtp, PacketCipher rtcp) {
    static PacketCiphers derive(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
        KeyDerivation derivation = new KeyDerivation(masterKey, masterSalt);
        return new PacketCiphers(
                cipher(
                        profile,
                        derivation,
                        KeyDerivation.RTP_ENCRYPTION,
                        KeyDerivation.RTP_AUTHENTICATION,
                        KeyDerivation.RTP_SALT,
                        false),
                cipher(
                        profile,
                        derivation,
                        KeyDerivation.RTCP_ENCRYPTION,
                        KeyDerivation.RTCP_AUTHENTICATION,
                        KeyDerivation.RTCP_SALT,
                        true));
    }

    private static PacketCipher cipher(
            SrtpProfile profile, KeyDerivation from, int encryption, int authentication, int saltLabel, boolean rtcp) {
        byte[] key = from.derive(encryption, SrtpProfile.KEY_LENGTH);
        byte[] salt = from.derive(saltLabel, profile.saltLength());
        try {
            if (profile == SrtpProfile.AEAD_AES_128_GCM) {
                return new GcmPacketCipher(key, salt, rtcp);
            }
            byte[] macKey = from.derive(authentication, CounterHmacPacketCipher.AUTHENTICATION_KEY_LENGTH);
            try {
                return new CounterHmacPacketCipher(key, macKey, salt);
            } finally {
                Arrays.fill(macKey, (byte) 0);
            }
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(salt, (byte) 0);
        }
    }
}
