package dev.belfry.benchmarks;

import dev.belfry.media.internal.NativeFrame;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.nio.ByteBuffer;

/** A call by libwebrtc, the way a Java application has it today: webrtc-java, whose default is VP8. */
final class LibwebrtcCall implements TwoWayCall {
    private final HeadlessAudioDeviceModule silence = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(silence);
    private final NativeI420Buffer[] pictures = new NativeI420Buffer[Clip.LENGTH];
    private final LibwebrtcEnd caller = new LibwebrtcEnd(factory);
    private final LibwebrtcEnd callee = new LibwebrtcEnd(factory);
    private final Metronome callersCamera;
    private final Metronome calleesCamera;

    LibwebrtcCall(Clip clip) throws Exception {
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = copy(clip.at(i));
        }
        RTCSessionDescription offer = caller.offer();
        caller.accept(callee.answer(offer));
        callersCamera = new Metronome(0, number -> show(caller, number));
        calleesCamera = new Metronome(Clip.LENGTH / 2, number -> show(callee, number));
    }

    private void show(LibwebrtcEnd end, long number) {
        // the frame gives its picture back when the last one lets go of it
        NativeI420Buffer picture = pictures[(int) (number % pictures.length)];
        picture.retain();
        VideoFrame frame = new VideoFrame(picture, System.nanoTime());
        end.show(frame);
        frame.release();
    }

    private static NativeI420Buffer copy(NativeFrame frame) {
        NativeI420Buffer copy = NativeI420Buffer.allocate(Clip.WIDTH, Clip.HEIGHT);
        copy(frame.plane(0), frame.stride(0), copy.getDataY(), copy.getStrideY(), Clip.WIDTH, Clip.HEIGHT);
        copy(frame.plane(1), frame.stride(1), copy.getDataU(), copy.getStrideU(), Clip.WIDTH / 2, Clip.HEIGHT / 2);
        copy(frame.plane(2), frame.stride(2), copy.getDataV(), copy.getStrideV(), Clip.WIDTH / 2, Clip.HEIGHT / 2);
        return copy;
    }

    private static void copy(ByteBuffer from, int fromStride, ByteBuffer to, int toStride, int width, int height) {
        for (int y = 0; y < height; y++) {
            to.put(y * toStride, from, y * fromStride, width);
        }
    }

    @Override
    public long shown() {
        return callersCamera.shown() + calleesCamera.shown();
    }

    @Override
    public long decoded() {
        return caller.decoded.get() + callee.decoded.get();
    }

    @Override
    public void end() throws Exception {
        callersCamera.stop();
        calleesCamera.stop();
        caller.close();
        callee.close();
        factory.dispose();
        silence.dispose();
        for (NativeI420Buffer picture : pictures) {
            picture.release();
        }
    }
}
