package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** A microphone through Java Sound. */
final class MicrophoneSource implements AudioSource {
    private final @Nullable String deviceId;
    private final TargetDataLine line;
    private final byte[] bytes = new byte[JavaSound.FRAME_BYTES];
    private final ShortBuffer shorts =
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    private volatile boolean closed;

    MicrophoneSource(@Nullable String deviceId) throws CallException {
        this.deviceId = deviceId;
        this.line = JavaSound.find(TargetDataLine.class, deviceId, ErrorCode.ERR_MICROPHONE_MISSING);
        JavaSound.open(line::open, line, deviceId, ErrorCode.ERR_MICROPHONE_BUSY, ErrorCode.ERR_MICROPHONE_REFUSED);
        line.start();
    }

    @Override
    public boolean read(PcmFrame frame) throws CallException {
        int count = line.read(bytes, 0, bytes.length);
        if (closed) {
            return false;
        }
        if (count < bytes.length) {
            throw new CallException(ErrorCode.ERR_MICROPHONE_LOST, deviceId, null);
        }
        shorts.clear().get(frame.samples());
        frame.setCaptureNanos(System.nanoTime() - PcmFrame.NANOS);
        return true;
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.close();
    }
}
