package dev.belfry.hub.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a host's own identity provider, and what else its users' JWTs have to say. The kind of key decides the
 * algorithm: a secret HS256, an RSA key RS256, an Ed25519 key EdDSA. Immutable.
 *
 * @since 0.1
 */
public final class UserKeys {
    private static final int LEAST_SECRET_BYTES = 32;
    private static final int LEAST_RSA_BITS = 2_048;

    private final @Nullable JWK key;
    private final @Nullable URI keySet;
    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final boolean addsUsers;

    private UserKeys(
            @Nullable JWK key,
            @Nullable URI keySet,
            @Nullable String issuer,
            @Nullable String audience,
            boolean addsUsers) {
        this.key = key;
        this.keySet = keySet;
        this.issuer = issuer;
        this.audience = audience;
        this.addsUsers = addsUsers;
    }

    /**
     * Returns keys that are one secret, for HS256.
     *
     * @param secret at least 32 bytes
     */
    public static UserKeys secret(byte[] secret) {
        return of(new OctetSequenceKey.Builder(secret).build());
    }

    /**
     * Returns keys that are one public key, for RS256 or EdDSA.
     *
     * @param pem a public key or certificate in PEM (RFC 7468)
     */
    public static UserKeys pem(String pem) {
        return of(PemKeys.publicKey(pem));
    }

    /**
     * Returns keys that are one key.
     *
     * @param json a JSON Web Key (RFC 7517)
     */
    public static UserKeys jwk(String json) {
        try {
            return of(JWK.parse(json));
        } catch (ParseException e) {
            throw new IllegalArgumentException("this is no JSON Web Key", e);
        }
    }

    /**
     * Returns keys that are fetched, kept for 5 minutes, and fetched again for a key that is not known.
     *
     * @param url where the JSON Web Key set is (RFC 7517 section 5)
     */
    public static UserKeys keySet(URI url) {
        return new UserKeys(null, Objects.requireNonNull(url), null, null, false);
    }

    /** Returns these keys, for JWTs of which this is the {@code iss} alone. */
    public UserKeys issuer(String name) {
        return new UserKeys(key, keySet, name, audience, addsUsers);
    }

    /** Returns these keys, for JWTs of which this is among the {@code aud} alone. */
    public UserKeys audience(String name) {
        return new UserKeys(key, keySet, issuer, name, addsUsers);
    }

    /**
     * Returns these keys, whose JWTs make a user who is not known yet, from the claims {@code sub}, {@code name} and
     * {@code picture}. Without this, a back end has to add users before they sign in.
     */
    public UserKeys addingUsers() {
        return new UserKeys(key, keySet, issuer, audience, true);
    }

    @Nullable
    JWK key() {
        return key;
    }

    @Nullable
    URI keySet() {
        return keySet;
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    @Nullable
    String audience() {
        return audience;
    }

    boolean addsUsers() {
        return addsUsers;
    }

    private static UserKeys of(JWK key) {
        require(key);
        return new UserKeys(key, null, null, null, false);
    }

    private static void require(JWK key) {
        if (key instanceof OctetSequenceKey secret) {
            if (secret.toByteArray().length < LEAST_SECRET_BYTES) {
                throw new IllegalArgumentException("a secret has at least " + LEAST_SECRET_BYTES + " bytes");
            }
        } else if (key instanceof RSAKey rsa) {
            try {
                if (rsa.toRSAPublicKey().getModulus().bitLength() < LEAST_RSA_BITS) {
                    throw new IllegalArgumentException("an RSA key has at least " + LEAST_RSA_BITS + " bits");
                }
            } catch (JOSEException e) {
                throw new IllegalArgumentException("this is no RSA key", e);
            }
        } else if (!(key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519))) {
            throw new IllegalArgumentException("a key is a secret, an RSA key or an Ed25519 key");
        }
    }
}
