package dev.belfry.hub.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;

/** A key and the one algorithm it is for, whatever a token says of itself (RFC 8725 sections 3.1 and 3.2). */
final class PinnedKey {
    private PinnedKey() {}

    /** Returns what verifies a token with this header by this key; none if they do not fit each other. */
    static Optional<JWSVerifier> verifier(JWK key, JWSHeader header) throws JOSEException {
        boolean otherKey = header.getKeyID() != null
                && key.getKeyID() != null
                && !header.getKeyID().equals(key.getKeyID());
        boolean otherUse = key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE);
        if (otherKey || otherUse || header.getCriticalParams() != null || !algorithm(key, header.getAlgorithm())) {
            return Optional.empty();
        }
        if (key instanceof OctetSequenceKey secret) {
            return Optional.of(new MACVerifier(secret));
        }
        if (key instanceof RSAKey rsa) {
            return Optional.of(new RSASSAVerifier(rsa));
        }
        return Optional.of(new Ed25519JwsVerifier((OctetKeyPair) key));
    }

    private static boolean algorithm(JWK key, JWSAlgorithm algorithm) {
        if (key instanceof OctetSequenceKey) {
            return algorithm.equals(JWSAlgorithm.HS256);
        }
        if (key instanceof RSAKey) {
            return algorithm.equals(JWSAlgorithm.RS256);
        }
        return key instanceof OctetKeyPair pair
                && pair.getCurve().equals(Curve.Ed25519)
                && algorithm.equals(JWSAlgorithm.EdDSA);
    }
}
