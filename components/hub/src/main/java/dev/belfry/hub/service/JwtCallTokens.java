package dev.belfry.hub.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Call tokens as JSON Web Tokens (RFC 7519) under HMAC with SHA-256 (RFC 7518, section 3.2). The claims are {@code sub}
 * (the uid), {@code sid} (the session id), {@code dev} (the device id), {@code aud} ({@value #AUDIENCE}) and
 * {@code exp}.
 *
 * @since 0.1
 */
public final class JwtCallTokens implements CallTokens {
    private static final String AUDIENCE = "belfry-call";
    private static final int SECRET_BYTES = 32;

    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * Creates tokens under a secret.
     *
     * @param secret at least 32 bytes
     */
    public JwtCallTokens(byte[] secret) {
        try {
            signer = new MACSigner(secret);
            verifier = new MACVerifier(secret);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("a secret has at least " + SECRET_BYTES + " bytes", tooShort);
        }
    }

    /** Creates tokens under a secret that nobody else knows and that is lost with this object. */
    public static JwtCallTokens withRandomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new JwtCallTokens(secret);
    }

    @Override
    public String sign(CallGrant grant) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(grant.device().uid())
                .claim("dev", grant.device().deviceId())
                .claim("sid", grant.sessionId())
                .expirationTime(Date.from(grant.expiresAt()))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    @Override
    public CallGrant verify(String token) throws CallException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!jwt.verify(verifier)) {
                throw unauthorized(null);
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String uid = claims.getSubject();
            String device = claims.getStringClaim("dev");
            String session = claims.getStringClaim("sid");
            Date expires = claims.getExpirationTime();
            boolean whole = uid != null && device != null && session != null && expires != null;
            if (!whole || !claims.getAudience().contains(AUDIENCE)) {
                throw unauthorized(null);
            }
            return new CallGrant(session, new Device(uid, device), expires.toInstant());
        } catch (ParseException | JOSEException malformed) {
            throw unauthorized(malformed);
        }
    }

    private static CallException unauthorized(@Nullable Exception cause) {
        return new CallException(ErrorCode.ERR_UNAUTHORIZED, "token", cause);
    }
}
