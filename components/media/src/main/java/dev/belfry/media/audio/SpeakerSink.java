package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.AudioFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** A loudspeaker through Java Sound. */
final class SpeakerSink implements AudioSink {
    private final @Nullable String deviceId;
    private final SourceDataLine line;
    private final byte[] bytes = new byte[JavaSound.FRAME_BYTES];
    private final ShortBuffer shorts =
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    private volatile boolean closed;

    SpeakerSink(@Nullable String deviceId) throws CallException {
        this.deviceId = deviceId;
        this.line = JavaSound.find(SourceDataLine.class, deviceId, ErrorCode.ERR_SPEAKER_MISSING);
        JavaSound.open(line::open, line, deviceId, ErrorCode.ERR_SPEAKER_BUSY, ErrorCode.ERR_SPEAKER_BUSY);
        line.start();
    }

    @Override
    public boolean write(AudioFrame frame) throws CallException {
        shorts.clear().put(frame.samples(), 0, frame.length());
        int size = frame.length() * 2;
        int count = line.write(bytes, 0, size);
        if (closed) {
            return false;
        }
        if (count < size) {
            throw new CallException(ErrorCode.ERR_SPEAKER_LOST, deviceId, null);
        }
        return true;
    }

    @Override
    public long delayNanos() {
        int queued = Math.max(0, line.getBufferSize() - line.available());
        return queued * PcmFrame.NANOS / JavaSound.FRAME_BYTES;
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.flush();
        line.close();
    }
}
