package dev.belfry.hub.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import dev.belfry.call.ReceiverType;
import dev.belfry.signaling.wire.AdminMessage.UserToken;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that the hub issues itself: JWTs with HS256 under a secret of its own. The claims are {@code sub},
 * {@code exp}, {@code aud} ({@value #AUDIENCE}) and, for a guest, {@code to} with the type and id of the one receiver.
 */
final class HubTokens {
    private static final String AUDIENCE = "belfry-user";

    private final OctetSequenceKey key;
    private final TokenClaims rules;

    HubTokens(byte[] secret, Supplier<Instant> now) {
        key = new OctetSequenceKey.Builder(secret).build();
        rules = new TokenClaims(null, AUDIENCE, now);
    }

    UserToken issue(String uid, Instant expiresAt, Login.@Nullable Only only) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder().subject(uid).audience(AUDIENCE).expirationTime(Date.from(expiresAt));
        if (only != null) {
            claims.claim("to", Map.of("type", only.type().name().toLowerCase(Locale.ROOT), "id", only.id()));
        }
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            jwt.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the hub cannot sign", e);
        }
        return new UserToken(jwt.serialize(), expiresAt);
    }

    /** Returns who shows a token; none if it was not signed here. */
    Optional<Login> verify(SignedJWT jwt) throws JOSEException, ParseException, BadJWTException {
        Optional<JWSVerifier> verifier = PinnedKey.verifier(key, jwt.getHeader());
        if (verifier.isEmpty() || !jwt.verify(verifier.get())) {
            return Optional.empty();
        }
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        rules.check(claims);
        return Optional.of(new Login(
                claims.getSubject(), claims.getExpirationTime().toInstant(), only(claims.getJSONObjectClaim("to"))));
    }

    private static Login.@Nullable Only only(@Nullable Map<String, Object> to) throws BadJWTException {
        if (to == null) {
            return null;
        }
        for (ReceiverType type : ReceiverType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(to.get("type")) && to.get("id") instanceof String id) {
                return new Login.Only(type, id);
            }
        }
        throw new BadJWTException("this is no receiver");
    }
}
