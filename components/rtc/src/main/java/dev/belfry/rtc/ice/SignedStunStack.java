package dev.belfry.rtc.ice;

import java.io.IOException;
import org.ice4j.ResponseCollector;
import org.ice4j.StunException;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.message.Indication;
import org.ice4j.message.Message;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;

/** Adds the FINGERPRINT that ICE asks for (RFC 8445 section 7.1), for which ice4j would want a system property. */
final class SignedStunStack extends StunStack {
    @Override
    public TransactionID sendRequest(
            Request request,
            TransportAddress to,
            TransportAddress through,
            ResponseCollector collector,
            TransactionID id,
            int firstWait,
            int maxWait,
            int maxRetransmissions)
            throws IOException {
        sign(request);
        return super.sendRequest(request, to, through, collector, id, firstWait, maxWait, maxRetransmissions);
    }

    @Override
    public void sendResponse(byte[] id, Response response, TransportAddress through, TransportAddress to)
            throws StunException, IOException {
        sign(response);
        super.sendResponse(id, response, through, to);
    }

    @Override
    public void sendIndication(Indication indication, TransportAddress to, TransportAddress through)
            throws StunException {
        sign(indication);
        super.sendIndication(indication, to, through);
    }

    /** Whether an answer to this request is awaited. */
    boolean isAwaited(byte[] transactionId) {
        return getClientTransaction(transactionId) != null;
    }

    static void sign(Message message) {
        message.putAttribute(AttributeFactory.createFingerprintAttribute());
    }
}
