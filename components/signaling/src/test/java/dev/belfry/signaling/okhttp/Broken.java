package dev.belfry.signaling.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;

/** A connection that breaks within a frame. */
final class Broken {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL_TEXT = 0x81;
    private static final int LENGTH_OF_TWO_BYTES = 126;

    private Broken() {}

    /** Returns what sends one whole frame, and of another the first half (RFC 6455 section 5.2). */
    static Function<RecordedRequest, MockResponse> within(String whole, String broken) {
        return request -> {
            String key = Objects.requireNonNull(request.getHeaders().get("Sec-WebSocket-Key"));
            return new MockResponse.Builder()
                    .code(101)
                    .addHeader("Connection", "Upgrade")
                    .addHeader("Upgrade", "websocket")
                    .addHeader(
                            "Sec-WebSocket-Accept",
                            ByteString.encodeUtf8(key + GUID).sha1().base64())
                    .socketHandler(socket -> {
                        try (BufferedSink sink = Okio.buffer(socket.getSink())) {
                            header(sink, whole).writeUtf8(whole);
                            header(sink, broken).writeUtf8(broken.substring(0, broken.length() / 2));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .build();
        };
    }

    private static BufferedSink header(BufferedSink sink, String text) throws IOException {
        return sink.writeByte(FINAL_TEXT).writeByte(LENGTH_OF_TWO_BYTES).writeShort(text.length());
    }
}
