package dev.belfry.hub.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Doubles the text frames of a WebSocket and changes their order, all but the first. Frames are those of RFC 6455
 * section 5.2, not masked, as a server sends them. Thread-safe.
 */
final class Scrambler implements Wire.Carrier, AutoCloseable {
    private static final String UPGRADED = "HTTP/1.1 101";
    private static final int OPCODE = 0x0f;
    private static final int TEXT = 1;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LONGEST_DELAY_MILLIS = 80;

    final AtomicInteger doubled = new AtomicInteger();
    final AtomicInteger late = new AtomicInteger();
    private final Random random;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    Scrambler(long seed) {
        random = new Random(seed);
    }

    @Override
    public void carry(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        String head = head(in);
        to.write(head.getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
        if (!head.startsWith(UPGRADED)) {
            Wire.copy(in, to);
            return;
        }
        boolean first = true;
        for (int start = in.read(); start >= 0; start = in.read()) {
            byte[] frame = frame(start, in);
            boolean text = (start & OPCODE) == TEXT;
            if (!text || first) {
                write(frame, to);
            } else {
                scramble(frame, to);
            }
            first &= !text;
        }
    }

    private void scramble(byte[] frame, OutputStream to) throws IOException {
        int fate = random.nextInt(3);
        if (fate != 0) {
            write(frame, to);
        }
        if (fate != 1) {
            (fate == 0 ? late : doubled).incrementAndGet();
            Future<?> unused = later.schedule(
                    () -> {
                        write(frame, to);
                        return frame;
                    },
                    random.nextInt(LONGEST_DELAY_MILLIS),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void write(byte[] frame, OutputStream to) throws IOException {
        synchronized (to) {
            to.write(frame);
            to.flush();
        }
    }

    /** Reads up to the empty line that ends the head of an answer, or to the end. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                break;
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static byte[] frame(int start, DataInputStream in) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int second = in.readUnsignedByte();
        frame.write(start);
        frame.write(second);
        long length = second & LENGTH;
        if (length >= TWO_BYTES) {
            byte[] extended = in.readNBytes(length == EIGHT_BYTES ? Long.BYTES : Short.BYTES);
            frame.write(extended);
            length = extended.length == Long.BYTES
                    ? ByteBuffer.wrap(extended).getLong()
                    : Short.toUnsignedInt(ByteBuffer.wrap(extended).getShort());
        }
        frame.write(in.readNBytes(Math.toIntExact(length)));
        return frame.toByteArray();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
