package dev.belfry.engine.rtc;

import dev.belfry.call.CallToken;
import dev.belfry.call.spi.IceServer;
import java.util.List;

/**
 * Tells which STUN and TURN servers, beyond those that the hub offers, help the connections of a call to find a path;
 * the credentials of TURN are good for a limited time, so it is asked for each call. Called on a thread of the session's: answer at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface IceServers {
    /** None: paths on one network, or from an open address. */
    IceServers NONE = token -> List.of();

    /** Returns the servers for the session that the token is for. */
    List<IceServer> forCall(CallToken token);
}
