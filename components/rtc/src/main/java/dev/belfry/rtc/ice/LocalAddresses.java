package dev.belfry.rtc.ice;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The addresses of this machine. Its methods ask the system, which may take milliseconds. */
final class LocalAddresses {
    private static final int MAX = 16;

    private LocalAddresses() {}

    /** Returns at most 16 addresses to gather candidates from. */
    static List<InetAddress> of(IceNetwork network) throws SocketException {
        Set<InetAddress> found = new LinkedHashSet<>();
        if (network != IceNetwork.LOOPBACK) {
            found.addAll(ofInterfaces());
        }
        if (network != IceNetwork.INTERFACES) {
            found.add(literal("127.0.0.1"));
            found.add(literal("::1"));
        }
        return found.stream().limit(MAX).toList();
    }

    /** Returns the addresses of every interface that is up, without those that no other machine can reach. */
    static List<InetAddress> ofInterfaces() throws SocketException {
        List<InetAddress> found = new ArrayList<>();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp() && !network.isLoopback()) {
                network.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address + " is an address", e);
        }
    }
}
