package dev.belfry.rtc.srtp;

import java.util.Arrays;

/**
 * The master keys and salts of both directions, until the contexts are derived from them. Whoever got them closes them,
 * which overwrites them. Not thread-safe.
 *
 * @since 0.1
 */
public final class SrtpKeys implements AutoCloseable {
    private final SrtpProfile profile;
    private final byte[] localKey;
    private final byte[] localSalt;
    private final byte[] remoteKey;
    private final byte[] remoteSalt;

    /**
     * Takes over these arrays.
     *
     * @throws IllegalArgumentException if a length is not that of the profile
     */
    public SrtpKeys(SrtpProfile profile, byte[] localKey, byte[] localSalt, byte[] remoteKey, byte[] remoteSalt) {
        if (localKey.length != SrtpProfile.KEY_LENGTH
                || remoteKey.length != SrtpProfile.KEY_LENGTH
                || localSalt.length != profile.saltLength()
                || remoteSalt.length != profile.saltLength()) {
            throw new IllegalArgumentException("key material of the wrong length for " + profile);
        }
        this.profile = profile;
        this.localKey = localKey;
        this.localSalt = localSalt;
        this.remoteKey = remoteKey;
        this.remoteSalt = remoteSalt;
    }

    /**
     * Splits what a handshake exported, RFC 5764 section 4.2: client key, server key, client salt, server salt.
     *
     * @param client whether this side was the client of the handshake
     */
    public static SrtpKeys split(SrtpProfile profile, byte[] exported, boolean client) {
        int salts = 2 * SrtpProfile.KEY_LENGTH;
        byte[] clientKey = Arrays.copyOfRange(exported, 0, SrtpProfile.KEY_LENGTH);
        byte[] serverKey = Arrays.copyOfRange(exported, SrtpProfile.KEY_LENGTH, salts);
        byte[] clientSalt = Arrays.copyOfRange(exported, salts, salts + profile.saltLength());
        byte[] serverSalt =
                Arrays.copyOfRange(exported, salts + profile.saltLength(), salts + 2 * profile.saltLength());
        return client
                ? new SrtpKeys(profile, clientKey, clientSalt, serverKey, serverSalt)
                : new SrtpKeys(profile, serverKey, serverSalt, clientKey, clientSalt);
    }

    public SrtpProfile profile() {
        return profile;
    }

    byte[] localKey() {
        return localKey;
    }

    byte[] localSalt() {
        return localSalt;
    }

    byte[] remoteKey() {
        return remoteKey;
    }

    byte[] remoteSalt() {
        return remoteSalt;
    }

    /** Overwrites the keys. */
    @Override
    public void close() {
        Arrays.fill(localKey, (byte) 0);
        Arrays.fill(localSalt, (byte) 0);
        Arrays.fill(remoteKey, (byte) 0);
        Arrays.fill(remoteSalt, (byte) 0);
    }

    @Override
    public String toString() {
        return "SrtpKeys[" + profile + "]";
    }
}
