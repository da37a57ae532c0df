package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioFramePool;
import dev.belfry.media.audio.OpusDecoder;
import dev.belfry.media.audio.OpusEncoder;
import dev.belfry.media.audio.PcmFrame;
import dev.belfry.media.codec.EncoderSettings;
import dev.belfry.media.codec.VideoCodecs;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.media.picture.SwsPictureScaler;
import java.util.concurrent.CompletionException;

/** Does early what would make the first call slow: loads natives, opens codecs, looks up sound devices. */
final class WarmUp implements Runnable {
    private static final int PACKET_BYTES = 1500;

    private final MediaSettings settings;

    WarmUp(MediaSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        EncodedFramePool packets = new EncodedFramePool(PACKET_BYTES);
        try (NativeFramePool pictures = new NativeFramePool()) {
            SwsPictureScaler.create().close();
            VideoCodecs.encoder(
                            new EncoderSettings(
                                    settings.codec(),
                                    settings.width(),
                                    settings.height(),
                                    settings.fps(),
                                    settings.bitrate()),
                            packets)
                    .close();
            VideoCodecs.decoder(settings.codec(), pictures).close();
            openOpus(packets);
            AudioDevices.microphones();
            AudioDevices.speakers();
        } catch (CallException e) {
            throw new CompletionException(e);
        }
    }

    private static void openOpus(EncodedFramePool packets) throws CallException {
        AudioFramePool frames = new AudioFramePool();
        PcmFrame frame = frames.take();
        EncodedFrame packet = new OpusEncoder(packets).encode(frame);
        new OpusDecoder().decode(packet, frame);
        packet.release();
        frame.release();
    }
}
