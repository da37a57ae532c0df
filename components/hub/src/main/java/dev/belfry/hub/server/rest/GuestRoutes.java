package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.hub.server.auth.ApiKey;
import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.RateLimiter;
import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.GuestPass;
import dev.belfry.hub.service.GuestPasses;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage.GuestCode;
import dev.belfry.signaling.wire.AdminMessage.GuestLink;
import dev.belfry.signaling.wire.AdminMessage.GuestLinkRequest;
import dev.belfry.signaling.wire.AdminMessage.GuestSession;
import dev.belfry.signaling.wire.AdminMessage.UserToken;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests about guests: a back end makes a link, whoever has it becomes a guest. */
final class GuestRoutes implements Routes {
    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final Duration SESSION_LIFE = Duration.ofHours(4);
    private static final String USUAL_NAME = "Guest";
    private static final int CODE_BYTES = 24;

    private final Requests requests;
    private final Accounts accounts;
    private final GuestPasses passes;
    private final Logins logins;
    private final Limits limits;
    private final RateLimiter codeRate;
    private final Supplier<Instant> now;
    private final Supplier<URI> page;
    private final SecureRandom random = new SecureRandom();

    GuestRoutes(
            Requests requests,
            Accounts accounts,
            GuestPasses passes,
            Logins logins,
            Limits limits,
            RateLimiter codeRate,
            Supplier<Instant> now,
            Supplier<URI> page) {
        this.requests = requests;
        this.accounts = accounts;
        this.passes = passes;
        this.logins = logins;
        this.limits = limits;
        this.codeRate = codeRate;
        this.now = now;
        this.page = page;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.post("/v1/guest-links", this::makeLink);
        routes.post("/v1/guest-sessions", this::begin);
    }

    private void makeLink(Context context) throws CallException, RequestFailure, IOException {
        requests.requireApiKey(context);
        GuestLinkRequest wish = AdminCodec.readGuestLinkRequest(requests.body(context));
        String name = wish.name() == null ? USUAL_NAME : wish.name();
        AdminRoutes.requireName(name);
        Duration ttl = AdminRoutes.ttl(wish.ttl(), LINK_LIFE, limits.longestGuestLink());
        boolean known = wish.receiverType() == ReceiverType.USER
                ? accounts.user(wish.receiverId()).isPresent()
                : accounts.group(wish.receiverId()).isPresent();
        if (!known) {
            throw new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
        }
        Instant expiresAt = Instant.ofEpochSecond(now.get().plus(ttl).getEpochSecond());
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        passes.add(new GuestPass(ApiKey.hash(code), name, wish.receiverId(), wish.receiverType(), expiresAt));
        URI url = page.get().resolve("/#code=" + code);
        CallRoutes.json(context, AdminCodec.write(new GuestLink(url, code, expiresAt)));
    }

    private void begin(Context context) throws CallException, RequestFailure, IOException {
        codeRate.take(context.req().getRemoteAddr());
        GuestCode code = AdminCodec.readGuestCode(requests.body(context));
        GuestPass pass = passes.take(ApiKey.hash(code.code()), now.get())
                .orElseThrow(() -> new CallException(ErrorCode.ERR_UNAUTHORIZED, "code", null));
        User guest = new User(Logins.GUEST_PREFIX + UUID.randomUUID(), pass.name(), null, false, "guest");
        accounts.put(guest, now.get().plus(SESSION_LIFE));
        UserToken token =
                logins.issue(guest.uid(), SESSION_LIFE, new Login.Only(pass.receiverType(), pass.receiverId()));
        CallRoutes.json(
                context,
                AdminCodec.write(new GuestSession(
                        token.token(), guest, pass.receiverId(), pass.receiverType(), token.expiresAt())));
    }
}
