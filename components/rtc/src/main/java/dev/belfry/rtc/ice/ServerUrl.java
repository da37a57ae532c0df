package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a STUN or TURN server (RFC 7064, RFC 7065).
 *
 * @param turn whether it relays
 * @param tcp whether it is reached over TCP
 * @param tls whether that connection is secured
 */
record ServerUrl(boolean turn, String host, int port, boolean tcp, boolean tls) {
    private static final int USUAL_PORT = 3478;
    private static final int USUAL_TLS_PORT = 5349;
    private static final int MAX_LENGTH = 300;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SYNTAX = Pattern.compile(
            "(?<scheme>stuns?|turns?):(?<host>\\[[0-9A-Fa-f:.]+\\]|[0-9A-Za-z._-]+)(:(?<port>[0-9]{1,5}))?"
                    + "(\\?transport=(?<transport>udp|tcp))?");

    /**
     * Reads a URL.
     *
     * @throws RtcException UNAVAILABLE if it is none, or asks for STUN over TLS or for DTLS, which are not supported
     */
    static ServerUrl parse(String url) throws RtcException {
        Matcher matcher = SYNTAX.matcher(url.substring(0, Math.min(url.length(), MAX_LENGTH)));
        if (url.length() > MAX_LENGTH || !matcher.matches()) {
            throw unavailable("not the URL of an ICE server", url);
        }
        String scheme = matcher.group("scheme");
        boolean turn = scheme.startsWith("turn");
        boolean tls = scheme.endsWith("s");
        if (tls && !turn) {
            throw unavailable("STUN over TLS is not supported", url);
        }
        if (tls && "udp".equals(matcher.group("transport"))) {
            throw unavailable("TURN over DTLS is not supported", url);
        }
        String host = matcher.group("host");
        String port = matcher.group("port");
        int usual = tls ? USUAL_TLS_PORT : USUAL_PORT;
        int number = port == null ? usual : Integer.parseInt(port);
        if (number == 0 || number > MAX_PORT) {
            throw unavailable("no such port", url);
        }
        return new ServerUrl(
                turn,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                number,
                tls || (turn && "tcp".equals(matcher.group("transport"))),
                tls);
    }

    private static RtcException unavailable(String problem, String url) {
        String shown = url.substring(0, Math.min(url.length(), MAX_LENGTH));
        return new RtcException(RtcException.Reason.UNAVAILABLE, problem + ": " + shown);
    }
}
