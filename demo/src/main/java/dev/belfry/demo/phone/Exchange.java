package dev.belfry.demo.phone;

import dev.belfry.Belfry;
import dev.belfry.call.User;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.hub.local.LocalHub;
import dev.belfry.rtc.ice.IceNetwork;
import java.util.function.UnaryOperator;

/**
 * Everything that stands between phones, in this program: a hub that rings, and a network for sound and pictures. With
 * a hub of its own elsewhere, a host has no such class; each of its users has one {@link Belfry} on one machine.
 * Thread-safe.
 */
public final class Exchange implements AutoCloseable {
    private final MediaTransports network;
    private final LocalHub hub;

    /** Creates an exchange on this machine's loopback network, with Alice and Bob among its users. */
    public Exchange() {
        this(loopback());
    }

    /** Creates an exchange with Alice and Bob among its users; closes the network with itself. */
    public Exchange(MediaTransports network) {
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

    /** Returns a network between phones on one machine: real connections, over the loopback interface alone. */
    public static MediaTransports loopback() {
        return RtcTransports.builder().network(IceNetwork.LOOPBACK).build();
    }

    /** Returns how many connections, packets and frames are held: none, once every phone is closed. */
    public int outstanding() {
        return network.outstanding();
    }

    @Override
    public void close() {
        hub.close();
        network.close();
    }
}
