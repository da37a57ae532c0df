package dev.belfry.hub.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.hub.service.Accounts;
import dev.belfry.signaling.wire.AdminMessage.UserToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells who shows a token: one that the hub issued, or one of the host's own identity provider. Thread-safe. May wait
 * for the keys of a key set to be fetched.
 *
 * @since 0.1
 */
public final class Logins implements AutoCloseable {
    /** What the uid of every guest begins with, and of nobody else. */
    public static final String GUEST_PREFIX = "guest-";

    /** For how long a token is still taken after it has expired, since clocks differ. */
    public static final Duration SKEW = TokenClaims.SKEW;

    private static final Logger LOG = System.getLogger(Logins.class.getName());
    private static final int MAX_TOKEN = 8_192;
    private static final int MAX_NAME = 256;

    private final HubTokens own;
    private final @Nullable UserKeys hostKeys;
    private final KeySource keys;
    private final TokenClaims rules;
    private final Accounts accounts;
    private final Supplier<Instant> now;

    /**
     * Creates a verifier.
     *
     * @param secret what the hub's own tokens are signed with
     * @param hostKeys the keys of the host's identity provider, or null for none
     */
    public Logins(byte[] secret, @Nullable UserKeys hostKeys, Accounts accounts, Supplier<Instant> now) {
        own = new HubTokens(secret, now);
        this.hostKeys = hostKeys;
        this.accounts = accounts;
        this.now = now;
        keys = hostKeys == null ? any -> List.of() : KeySource.of(hostKeys);
        rules = new TokenClaims(
                hostKeys == null ? null : hostKeys.issuer(), hostKeys == null ? null : hostKeys.audience(), now);
    }

    /**
     * Tells who shows a token.
     *
     * @throws CallException ERR_UNAUTHORIZED for a token that is not good, or of a user who is not known;
     *     ERR_UNAVAILABLE if the accounts cannot be reached
     */
    public Login verify(String token) throws CallException {
        if (token.length() > MAX_TOKEN) {
            throw unauthorized(null);
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Optional<Login> issued = own.verify(jwt);
            Login login = issued.isPresent() ? issued.get() : hosts(jwt);
            if (accounts.user(login.uid()).isEmpty()) {
                throw unauthorized(null);
            }
            return login;
        } catch (KeySourceException e) {
            LOG.log(Level.WARNING, "event=keys_unavailable reason=\"{0}\"", e.getMessage());
            throw unauthorized(e);
        } catch (ParseException | JOSEException | BadJWTException | IllegalArgumentException e) {
            throw unauthorized(e);
        }
    }

    /** Issues a token for a user; {@code only} restricts a guest's. */
    public UserToken issue(String uid, Duration ttl, Login.@Nullable Only only) {
        Instant expiresAt = Instant.ofEpochSecond(now.get().plus(ttl).getEpochSecond());
        return own.issue(uid, expiresAt, only);
    }

    /** Returns whether a user may have this uid: not a guest's, not empty, not too long, nothing that cannot be read. */
    public static boolean isUserId(String uid) {
        return TokenClaims.isUid(uid) && !uid.startsWith(GUEST_PREFIX);
    }

    @Override
    public void close() {
        keys.close();
    }

    private Login hosts(SignedJWT jwt) throws JOSEException, ParseException, BadJWTException, CallException {
        JWTClaimsSet claims = signedByHost(jwt);
        rules.check(claims);
        if (!isUserId(claims.getSubject())) {
            throw new BadJWTException("this is no uid of a user");
        }
        if (hostKeys != null && hostKeys.addsUsers()) {
            add(claims);
        }
        return new Login(claims.getSubject(), claims.getExpirationTime().toInstant(), null);
    }

    private JWTClaimsSet signedByHost(SignedJWT jwt) throws JOSEException, ParseException, BadJWTException {
        for (JWK key : keys.keys(jwt.getHeader().getKeyID())) {
            Optional<JWSVerifier> verifier = PinnedKey.verifier(key, jwt.getHeader());
            if (verifier.isPresent() && jwt.verify(verifier.get())) {
                return jwt.getJWTClaimsSet();
            }
        }
        throw new BadJWTException("this is not signed by a key that is known");
    }

    private void add(JWTClaimsSet claims) throws CallException {
        String uid = claims.getSubject();
        if (accounts.user(uid).isPresent()) {
            return;
        }
        boolean named = claims.getClaim("name") instanceof String text && !text.isBlank() && text.length() <= MAX_NAME;
        String name = named ? (String) claims.getClaim("name") : uid;
        accounts.put(new User(uid, name, WebAddress.orNull(claims.getClaim("picture")), false, null));
    }

    private static CallException unauthorized(@Nullable Exception cause) {
        return new CallException(ErrorCode.ERR_UNAUTHORIZED, "token", cause);
    }
}
