package dev.belfry.hub.server.limit;

import java.time.Duration;

/**
 * How much one user, device or address may ask of a hub. Who asks for more is refused with ERR_RATE_LIMITED, or with
 * ERR_BAD_REQUEST for what is too large.
 *
 * @param bodyBytes how long the body of a request is at most
 * @param messageBytes how long a message on the event connection is at most, as UTF-8
 * @param calls how many calls a user starts
 * @param requests how many requests a user makes, those for calls included
 * @param messages how many messages a user sends on event connections
 * @param guestCodes how many guests' codes an address hands in
 * @param devicesPerUser how many devices of a user are connected to one node at once
 * @param connectionsPerAddress how many event connections an address has to one node at once
 * @param backlogBytes how many bytes wait for a slow reader before its connection is closed
 * @param usersPerSearch how many users a search finds at most
 * @param longestUserToken for how long a back end may ask a user's token to be good
 * @param longestGuestLink for how long a back end may ask a guest's link to be good
 * @since 0.1
 */
public record Limits(
        int bodyBytes,
        int messageBytes,
        Rate calls,
        Rate requests,
        Rate messages,
        Rate guestCodes,
        int devicesPerUser,
        int connectionsPerAddress,
        int backlogBytes,
        int usersPerSearch,
        Duration longestUserToken,
        Duration longestGuestLink) {
    /** What holds unless the host says otherwise. */
    public static final Limits DEFAULT = new Limits(
            65_536,
            65_536,
            new Rate(20, Duration.ofMinutes(1)),
            new Rate(100, Duration.ofSeconds(2)),
            new Rate(500, Duration.ofSeconds(5)),
            new Rate(20, Duration.ofMinutes(1)),
            10,
            100,
            1_048_576,
            200,
            Duration.ofDays(30),
            Duration.ofDays(7));

    public Limits {
        if (bodyBytes < 1
                || messageBytes < 1
                || devicesPerUser < 1
                || connectionsPerAddress < 1
                || backlogBytes < 1
                || usersPerSearch < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** Returns these limits with another rate of calls. */
    public Limits withCalls(Rate rate) {
        return new Limits(
                bodyBytes,
                messageBytes,
                rate,
                requests,
                messages,
                guestCodes,
                devicesPerUser,
                connectionsPerAddress,
                backlogBytes,
                usersPerSearch,
                longestUserToken,
                longestGuestLink);
    }

    /** Returns these limits with other rates of requests and of messages. */
    public Limits withTraffic(Rate ofRequests, Rate ofMessages) {
        return new Limits(
                bodyBytes,
                messageBytes,
                calls,
                ofRequests,
                ofMessages,
                guestCodes,
                devicesPerUser,
                connectionsPerAddress,
                backlogBytes,
                usersPerSearch,
                longestUserToken,
                longestGuestLink);
    }

    /** Returns these limits with other numbers of connections. */
    public Limits withConnections(int devices, int perAddress) {
        return new Limits(
                bodyBytes,
                messageBytes,
                calls,
                requests,
                messages,
                guestCodes,
                devices,
                perAddress,
                backlogBytes,
                usersPerSearch,
                longestUserToken,
                longestGuestLink);
    }

    /** Returns these limits with another backlog of a slow reader. */
    public Limits withBacklog(int bytes) {
        return new Limits(
                bodyBytes,
                messageBytes,
                calls,
                requests,
                messages,
                guestCodes,
                devicesPerUser,
                connectionsPerAddress,
                bytes,
                usersPerSearch,
                longestUserToken,
                longestGuestLink);
    }
}
