package dev.belfry.signaling.wire;

import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a host's back end, which holds the API key, and a guest who has a link exchange with the hub.
 *
 * @since 0.1
 */
public sealed interface AdminMessage {
    /** A user to be made or changed. */
    record PutUser(
            String uid,
            String name,
            @Nullable URI avatar,
            @Nullable String role) implements AdminMessage {
        public PutUser {
            Objects.requireNonNull(uid, "uid");
            Objects.requireNonNull(name, "name");
        }
    }

    /** A group to be made or changed, with the uids of its members. */
    record PutGroup(String guid, String name, @Nullable URI icon, List<String> members) implements AdminMessage {
        public PutGroup {
            Objects.requireNonNull(guid, "guid");
            Objects.requireNonNull(name, "name");
            members = List.copyOf(members);
        }
    }

    /** A wish for a user's token; null for the hub's usual time to live. */
    record TokenRequest(@Nullable Duration ttl) implements AdminMessage {}

    /** A user's token. */
    record UserToken(String token, Instant expiresAt) implements AdminMessage {
        /** Leaves the token out, so that no log carries it. */
        @Override
        public String toString() {
            return "UserToken[expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * A wish for a link that lets one guest call one user or group, once.
     *
     * @param name the guest's name, or null for one the hub gives
     * @param ttl how long the link is good for, or null for the hub's usual time
     */
    record GuestLinkRequest(
            String receiverId,
            ReceiverType receiverType,
            @Nullable String name,
            @Nullable Duration ttl) implements AdminMessage {}

    /** A guest's link; the code is its secret. */
    record GuestLink(URI url, String code, Instant expiresAt) implements AdminMessage {
        /** Leaves the link out, so that no log carries it. */
        @Override
        public String toString() {
            return "GuestLink[expiresAt=" + expiresAt + "]";
        }
    }

    /** The code of a guest's link, handed in. */
    record GuestCode(String code) implements AdminMessage {
        /** Leaves the code out, so that no log carries it. */
        @Override
        public String toString() {
            return "GuestCode[]";
        }
    }

    /** What a guest gets for the code: a login that may call that receiver, once. */
    record GuestSession(String token, User user, String receiverId, ReceiverType receiverType, Instant expiresAt)
            implements AdminMessage {
        /** Leaves the token out, so that no log carries it. */
        @Override
        public String toString() {
            return "GuestSession[uid=" + user.uid() + "]";
        }
    }
}
