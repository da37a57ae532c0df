package dev.belfry.rtc.ice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a TURN server over TCP, or over TLS on TCP.
 *
 * @param socket what is read and written
 * @param wire what is closed; to close a TLS socket may wait for a peer that takes nothing any longer
 */
record TcpConnection(Socket socket, Socket wire) {
    private static final int LIMIT_MILLIS = 5000;
    /** Checks the name as for HTTPS (RFC 2818 section 3.1), which is what RFC 8489 section 6.2.3 asks for. */
    private static final String NAME_CHECK = "HTTPS";

    /** Connects; blocks, at most 5 seconds for each answer that is awaited. */
    static TcpConnection open(ServerUrl url, InetAddress address, Supplier<SSLSocketFactory> tls) throws IOException {
        Socket wire = new Socket();
        try {
            wire.connect(new InetSocketAddress(address, url.port()), LIMIT_MILLIS);
            wire.setTcpNoDelay(true);
            return new TcpConnection(url.tls() ? secure(wire, url, tls.get()) : wire, wire);
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    /** Shakes hands with a server that has a certificate which is trusted and names the host of the URL. */
    private static Socket secure(Socket wire, ServerUrl url, SSLSocketFactory tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(wire, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(NAME_CHECK);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
}
