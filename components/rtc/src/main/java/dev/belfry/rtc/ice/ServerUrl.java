package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a STUN or TURN server (RFC 7064, RFC 7065).
 *
 * @param turn whether it relays
 * @param tcp whether it is reached over TCP
 */
record ServerUrl(boolean turn, String host, int port, boolean tcp) {
    private static final int USUAL_PORT = 3478;
    private static final int MAX_LENGTH = 300;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SYNTAX = Pattern.compile(
            "(?<scheme>stuns?|turns?):(?<host>\\[[0-9A-Fa-f:.]+\\]|[0-9A-Za-z._-]+)(:(?<port>[0-9]{1,5}))?"
                    + "(\\?transport=(?<transport>udp|tcp))?");

    /** Reads a URL. @throws RtcException UNAVAILABLE if it is none, or asks for TLS, which is not supported */
    static ServerUrl parse(String url) throws RtcException {
        Matcher matcher = SYNTAX.matcher(url.substring(0, Math.min(url.length(), MAX_LENGTH)));
        if (url.length() > MAX_LENGTH || !matcher.matches()) {
            throw unavailable("not the URL of an ICE server", url);
        }
        String scheme = matcher.group("scheme");
        if (scheme.endsWith("s")) {
            throw unavailable("servers over TLS are not supported", url);
        }
        String host = matcher.group("host");
        String port = matcher.group("port");
        int number = port == null ? USUAL_PORT : Integer.parseInt(port);
        if (number == 0 || number > MAX_PORT) {
            throw unavailable("no such port", url);
        }
        boolean turn = scheme.equals("turn");
        return new ServerUrl(
                turn,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                number,
                turn && "tcp".equals(matcher.group("transport")));
    }

    private static RtcException unavailable(String problem, String url) {
        String shown = url.substring(0, Math.min(url.length(), MAX_LENGTH));
        return new RtcException(RtcException.Reason.UNAVAILABLE, problem + ": " + shown);
    }
}
