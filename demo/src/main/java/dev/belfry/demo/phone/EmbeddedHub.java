package dev.belfry.demo.phone;

import dev.belfry.call.CallException;
import dev.belfry.demo.hub.People;
import dev.belfry.hub.server.HubServer;
import java.math.BigInteger;
import java.security.SecureRandom;

/** A hub in this program, for phones and browsers on this machine, with the demo's users; all of it in memory. */
public final class EmbeddedHub implements AutoCloseable {
    private static final int KEY_BITS = 256;
    private static final int HEX = 16;

    private final HubServer server;
    private final RemoteHub hub;

    private EmbeddedHub(HubServer server, RemoteHub hub) {
        this.server = server;
        this.hub = hub;
    }

    /** Starts a hub on a free port. */
    public static EmbeddedHub start() throws CallException {
        String apiKey =
                new BigInteger(KEY_BITS, new SecureRandom()).setBit(KEY_BITS).toString(HEX);
        HubServer server = HubServer.builder().apiKey(apiKey).start();
        People.addAll(server.accounts());
        return new EmbeddedHub(server, new RemoteHub(server.uri(), apiKey));
    }

    /** Returns the hub as phones see it: from here on there is no difference to one on another machine. */
    public RemoteHub hub() {
        return hub;
    }

    @Override
    public void close() {
        server.close();
    }
}
