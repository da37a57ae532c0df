package dev.belfry.demo.phone;

import dev.belfry.Belfry;
import dev.belfry.call.User;
import dev.belfry.engine.LocalTransports;
import dev.belfry.hub.local.LocalHub;
import java.util.function.UnaryOperator;

/**
 * Everything that stands between phones, in this program: a hub that rings, and a network for sound and pictures. With
 * a hub of its own elsewhere, a host has no such class; each of its users has one {@link Belfry} on one machine.
 * Thread-safe.
 */
public final class Exchange implements AutoCloseable {
    private final LocalTransports network;
    private final LocalHub hub;

    /** Creates an exchange with a perfect network, and Alice and Bob among its users. */
    public Exchange() {
        this(new LocalTransports());
    }

    /** Creates an exchange on a network that may lose or delay, with Alice and Bob among its users. */
    public Exchange(LocalTransports network) {
        this.network = network;
        this.hub = LocalHub.builder()
                .user("alice", "Alice Archer")
                .user("bob", "Bob Bellini")
                // Without a phone: who calls them is not answered.
                .user(new User("carla", "Carla Campos", null, false, null))
                .user(new User("dilan", "Dilan Demir", null, false, null))
                .user(new User("elin", "Elin Ekström", null, false, null))
                .build();
    }

    /**
     * Plugs a phone in.
     *
     * @param uid whose it is: {@code alice} or {@code bob}
     * @param change sets where its sound and pictures come from and go to, and how it rings
     */
    public Belfry phone(String uid, UnaryOperator<Belfry.Builder> change) {
        return change.apply(Belfry.builder(hub.connect(uid, uid + "-desk"), network))
                .build();
    }

    /** Returns how many encoded frames are on their way: none, once every phone is closed. */
    public int framesOnTheirWay() {
        return network.framesOutstanding();
    }

    @Override
    public void close() {
        hub.close();
        network.close();
    }
}
