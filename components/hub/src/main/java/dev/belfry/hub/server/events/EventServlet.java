package dev.belfry.hub.server.events;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.http.HttpErrors;
import dev.belfry.hub.server.http.SecurityHeaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;

/** Upgrades the requests of devices that may come to event connections, and refuses others before. */
final class EventServlet extends JettyWebSocketServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = System.getLogger(EventServlet.class.getName());
    private static final String VISITOR = "dev.belfry.hub.visitor";
    private static final int UPGRADE_REQUIRED = 426;

    private final transient EventGate gate;
    private final transient EventParts parts;

    EventServlet(EventGate gate, EventParts parts) {
        this.gate = gate;
        this.parts = parts;
    }

    /** Silence is judged by what is heard of a device, not by the socket; compression would cost memory per device. */
    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        factory.setIdleTimeout(Duration.ZERO);
        factory.setMaxTextMessageSize(4L * parts.limits().messageBytes());
        factory.setMaxBinaryMessageSize(parts.limits().messageBytes());
        factory.setCreator(this::create);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SecurityHeaders.add(request, response);
        Visitor visitor;
        try {
            visitor = gate.admit(request);
        } catch (CallException refused) {
            LOG.log(Level.DEBUG, "event=connection_refused code={0}", refused.code());
            boolean origin = "origin".equals(refused.detail());
            HttpErrors.answer(response, origin ? 403 : HttpErrors.status(refused.code()), refused);
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            gate.leave(visitor);
            CallException noUpgrade = new CallException(ErrorCode.ERR_BAD_REQUEST, "Upgrade", null);
            HttpErrors.answer(response, UPGRADE_REQUIRED, noUpgrade);
            return;
        }
        request.setAttribute(VISITOR, visitor);
        super.service(request, response);
        if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
            gate.leave(visitor);
        }
    }

    private EventConnection create(JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
        HttpServletRequest http = request.getHttpServletRequest();
        if (EventGate.protocols(http).contains(EventGate.PROTOCOL)) {
            response.setAcceptedSubProtocol(EventGate.PROTOCOL);
        }
        response.setExtensions(List.of());
        return new EventConnection((Visitor) http.getAttribute(VISITOR), parts);
    }
}
