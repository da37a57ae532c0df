package dev.belfry.rtc.session;

import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import org.jspecify.annotations.Nullable;

/** One media section from the receiver's side: what was agreed, and the stream that comes in it. For the loop. */
final class Section {
    private final ReceiveTrack track;
    private SectionParameters parameters;
    private @Nullable InboundStream stream;

    Section(ReceiveTrack track, SectionParameters parameters) {
        this.track = track;
        this.parameters = parameters;
    }

    ReceiveTrack track() {
        return track;
    }

    SectionParameters parameters() {
        return parameters;
    }

    void parameters(SectionParameters agreed) {
        parameters = agreed;
    }

    HeaderExtensionMap extensions() {
        return parameters.extensions();
    }

    @Nullable
    InboundStream stream() {
        return stream;
    }

    /** Replaces the stream; the old one is closed. */
    void stream(@Nullable InboundStream next) {
        if (stream != null) {
            stream.close();
        }
        stream = next;
    }

    /** Returns the format of a payload type, be it its own or that of its resent packets; null if there is none. */
    @Nullable
    NegotiatedFormat format(int payloadType) {
        for (int i = 0; i < parameters.receiveFormats().size(); i++) {
            NegotiatedFormat format = parameters.receiveFormats().get(i);
            if (format.payloadType() == payloadType || format.rtxPayloadType() == payloadType) {
                return format;
            }
        }
        return null;
    }
}
