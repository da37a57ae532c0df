package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.AudioFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A WAV file or, without a path, nowhere. The header (RIFF, Microsoft and IBM, "Multimedia Programming Interface and
 * Data Specifications 1.0", 1991) gets its lengths when the sink is closed.
 */
final class WavSink implements AudioSink {
    private static final int HEADER_BYTES = 44;

    private final Pacer pacer = new Pacer();
    private final @Nullable Path path;
    private final @Nullable FileChannel file;
    private final ByteBuffer bytes =
            ByteBuffer.allocateDirect(JavaSound.FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Object lock = new Object();
    private boolean closed;

    WavSink(@Nullable Path path) throws CallException {
        this.path = path;
        try {
            this.file = path == null
                    ? null
                    : FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
            if (file != null) {
                writeHeader(file, 0);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public boolean write(AudioFrame frame) throws CallException {
        if (!pacer.await()) {
            return false;
        }
        synchronized (lock) {
            if (closed) {
                return false;
            }
            if (file != null) {
                bytes.clear();
                bytes.asShortBuffer().put(frame.samples(), 0, frame.length());
                bytes.limit(frame.length() * 2);
                try {
                    file.write(bytes);
                } catch (IOException e) {
                    throw unwritable(e);
                }
            }
            return true;
        }
    }

    @Override
    public long delayNanos() {
        return pacer.leftNanos();
    }

    @Override
    public void close() {
        pacer.close();
        synchronized (lock) {
            if (closed || file == null) {
                closed = true;
                return;
            }
            closed = true;
            try (FileChannel closing = file) {
                writeHeader(closing, (int) (closing.size() - HEADER_BYTES));
            } catch (IOException e) {
                System.getLogger(WavSink.class.getName())
                        .log(System.Logger.Level.WARNING, "the file may be incomplete: " + path, e);
            }
        }
    }

    private static void writeHeader(FileChannel file, int dataBytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVEfmt "));
        header.putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(AudioFrame.RATE).putInt(AudioFrame.RATE * 2);
        header.putShort((short) 2).putShort((short) 16);
        header.put(ascii("data")).putInt(dataBytes).flip();
        file.write(header, 0);
        if (dataBytes == 0) {
            file.position(HEADER_BYTES);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private CallException unwritable(IOException cause) {
        return new CallException(ErrorCode.ERR_MEDIA_FAILED, String.valueOf(path), cause);
    }
}
