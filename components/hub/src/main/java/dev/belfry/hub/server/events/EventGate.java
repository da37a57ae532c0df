package dev.belfry.hub.server.events;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.auth.Login;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.http.Bearer;
import dev.belfry.hub.server.http.Origins;
import dev.belfry.hub.service.Device;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells, before a connection is upgraded, who comes, and lets in who may. */
final class EventGate {
    /** The subprotocol of browsers, which cannot send a token in a header of its own. */
    static final String PROTOCOL = "belfry.v1";

    private static final String BEARER = "bearer.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private final Logins logins;
    private final Origins origins;
    private final EventParts parts;

    EventGate(Logins logins, Origins origins, EventParts parts) {
        this.logins = logins;
        this.origins = origins;
        this.parts = parts;
    }

    /** Lets a device in, which then counts among those of its address. */
    Visitor admit(HttpServletRequest request) throws CallException {
        if (!origins.allows(request.getHeader("Origin"), request.getHeader("Host"))) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED, "origin", null);
        }
        Login login = logins.verify(token(request));
        Device device = Bearer.device(login.uid(), request.getParameter("device"), "device");
        Long start = number(request, "start");
        if (start == null) {
            throw CallException.badRequest("start");
        }
        Long since = number(request, "since");
        if (parts.connections().othersOf(device.uid(), device.deviceId())
                >= parts.limits().devicesPerUser()) {
            throw new CallException(ErrorCode.ERR_RATE_LIMITED, "devices", null);
        }
        String address = request.getRemoteAddr();
        if (!parts.addresses().tryAdd(address)) {
            throw new CallException(ErrorCode.ERR_RATE_LIMITED, "connections", null);
        }
        return new Visitor(login, device, start, since, address);
    }

    /** A device that was let in did not come. */
    void leave(Visitor visitor) {
        parts.addresses().remove(visitor.address());
    }

    static List<String> protocols(HttpServletRequest request) {
        List<String> protocols = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("Sec-WebSocket-Protocol"))) {
            for (String protocol : header.split(",", -1)) {
                protocols.add(protocol.strip());
            }
        }
        return protocols;
    }

    private static String token(HttpServletRequest request) throws CallException {
        var token = Bearer.token(request.getHeader("Authorization"));
        if (token.isPresent()) {
            return token.get();
        }
        List<String> protocols = protocols(request);
        if (protocols.contains(PROTOCOL)) {
            for (String protocol : protocols) {
                if (protocol.startsWith(BEARER)) {
                    return protocol.substring(BEARER.length());
                }
            }
        }
        throw Bearer.missing();
    }

    private static @Nullable Long number(HttpServletRequest request, String name) throws CallException {
        String text = request.getParameter(name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw CallException.badRequest(name);
        }
        return Long.valueOf(text);
    }
}
