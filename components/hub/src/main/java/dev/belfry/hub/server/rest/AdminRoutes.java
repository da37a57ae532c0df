package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.auth.WebAddress;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.service.Accounts;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage.PutGroup;
import dev.belfry.signaling.wire.AdminMessage.PutUser;
import dev.belfry.signaling.wire.AdminMessage.TokenRequest;
import dev.belfry.signaling.wire.WireCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests of a host's back end, which shows the API key. */
final class AdminRoutes implements Routes {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final int MAX_NAME = 256;
    private static final int MAX_ID = 128;

    private final Requests requests;
    private final Accounts accounts;
    private final Logins logins;
    private final Limits limits;

    AdminRoutes(Requests requests, Accounts accounts, Logins logins, Limits limits) {
        this.requests = requests;
        this.accounts = accounts;
        this.logins = logins;
        this.limits = limits;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.post("/v1/users", this::putUser);
        routes.post("/v1/groups", this::putGroup);
        routes.post("/v1/users/{uid}/auth-tokens", this::issueToken);
    }

    private void putUser(Context context) throws CallException, RequestFailure, IOException {
        requests.requireApiKey(context);
        PutUser wish = AdminCodec.readPutUser(requests.body(context));
        require(Logins.isUserId(wish.uid()), "uid");
        requireName(wish.name());
        requirePicture(wish.avatar(), "avatar");
        require(wish.role() == null || wish.role().length() <= MAX_NAME, "role");
        accounts.put(new User(wish.uid(), wish.name(), wish.avatar(), false, wish.role()));
        CallRoutes.json(context, WireCodec.write(accounts.user(wish.uid()).orElseThrow()));
    }

    private void putGroup(Context context) throws CallException, RequestFailure, IOException {
        requests.requireApiKey(context);
        PutGroup wish = AdminCodec.readPutGroup(requests.body(context));
        require(!wish.guid().isBlank() && wish.guid().length() <= MAX_ID, "guid");
        requireName(wish.name());
        requirePicture(wish.icon(), "icon");
        List<String> members = wish.members().stream().distinct().toList();
        for (String member : members) {
            require(accounts.user(member).isPresent(), "members");
        }
        accounts.put(new Group(wish.guid(), wish.name(), wish.icon(), members.size()), members);
        CallRoutes.json(context, WireCodec.write(accounts.group(wish.guid()).orElseThrow()));
    }

    private void issueToken(Context context) throws CallException, RequestFailure, IOException {
        requests.requireApiKey(context);
        String body = requests.body(context);
        TokenRequest wish = AdminCodec.readTokenRequest(body.isEmpty() ? "{}" : body);
        Duration ttl = ttl(wish.ttl(), TOKEN_LIFE, limits.longestUserToken());
        String uid = Requests.id(context, "uid");
        if (!Logins.isUserId(uid) || accounts.user(uid).isEmpty()) {
            throw new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
        }
        CallRoutes.json(context, AdminCodec.write(logins.issue(uid, ttl, null)));
    }

    static Duration ttl(@Nullable Duration wish, Duration usual, Duration longest) throws CallException {
        Duration ttl = wish == null ? usual : wish;
        require(!ttl.isZero() && ttl.compareTo(longest) <= 0, "ttl");
        return ttl;
    }

    static void requireName(String name) throws CallException {
        require(!name.isBlank() && name.length() <= MAX_NAME, "name");
    }

    private static void requirePicture(@Nullable URI picture, String field) throws CallException {
        require(picture == null || WebAddress.isWeb(picture), field);
    }

    private static void require(boolean holds, String field) throws CallException {
        if (!holds) {
            throw CallException.badRequest(field);
        }
    }
}
