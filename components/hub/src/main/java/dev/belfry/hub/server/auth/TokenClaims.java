package dev.belfry.hub.server.auth;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what a token says once its signature is known to be good. */
final class TokenClaims {
    /** How much the clocks of who signs and who checks may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int MAX_UID = 128;

    private final DefaultJWTClaimsVerifier<SecurityContext> verifier;

    TokenClaims(@Nullable String issuer, @Nullable String audience, Supplier<Instant> now) {
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
        if (issuer != null) {
            exact.issuer(issuer);
        }
        verifier =
                new DefaultJWTClaimsVerifier<>(
                        audience == null ? null : Set.of(audience), exact.build(), Set.of("sub", "exp"), null) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(now.get());
                    }
                };
        verifier.setMaxClockSkew((int) SKEW.toSeconds());
    }

    void check(JWTClaimsSet claims) throws BadJWTException {
        verifier.verify(claims, null);
        if (!isUid(claims.getSubject())) {
            throw new BadJWTException("this is no uid");
        }
    }

    static boolean isUid(String uid) {
        return !uid.isBlank() && uid.length() <= MAX_UID && uid.chars().noneMatch(Character::isISOControl);
    }
}
