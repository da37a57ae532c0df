package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioDevicesTest {
    private final AudioFramePool pool = new AudioFramePool();

    @TempDir
    Path directory;

    @Test
    void aMissingMicrophoneIsATypedError() {
        CallException error = catchThrowableOfType(
                CallException.class, () -> AudioDevices.open(new AudioSourceSpec.Microphone("no such microphone")));
        assertThat(error.code()).isEqualTo(ErrorCode.ERR_MICROPHONE_MISSING);
        assertThat(error.detail()).isEqualTo("no such microphone");
    }

    @Test
    void aMissingLoudspeakerIsATypedError() {
        CallException error = catchThrowableOfType(
                CallException.class, () -> AudioDevices.open(new AudioSinkSpec.Speaker("no such loudspeaker")));
        assertThat(error.code()).isEqualTo(ErrorCode.ERR_SPEAKER_MISSING);
    }

    @Test
    void aFileWithoutSoundIsATypedError() throws IOException {
        Path text = Files.writeString(directory.resolve("text.wav"), "no sound in here");
        assertThat(codeOf(text)).isEqualTo(ErrorCode.ERR_FILE_UNREADABLE);
        assertThat(codeOf(directory.resolve("missing.wav"))).isEqualTo(ErrorCode.ERR_FILE_UNREADABLE);
    }

    @Test
    void aFileThatCannotBeWrittenIsATypedError() {
        CallException error = catchThrowableOfType(
                CallException.class, () -> AudioDevices.open(new AudioSinkSpec.WavFile(directory)));
        assertThat(error.code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
    }

    @Test
    void whatIsWrittenToAWavFileIsReadBack() throws Exception {
        Path wav = write(Signals.tone(440, 25));
        AudioFileFormat format = AudioSystem.getAudioFileFormat(wav.toFile());
        assertThat(format.getFrameLength()).isEqualTo(25 * PcmFrame.SAMPLES);
        assertThat(format.getFormat().getSampleRate()).isEqualTo(48_000);
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(stream.readAllBytes()).hasSize(25 * PcmFrame.SAMPLES * 2);
        }
        assertThat(read(wav, false, 25)).isEqualTo(Signals.tone(440, 25));
    }

    @Test
    void aFileFallsSilentAtItsEnd() throws Exception {
        short[] sound = read(write(Signals.tone(440, 5)), false, 7);
        assertThat(sound[4 * PcmFrame.SAMPLES + 10]).isNotZero();
        assertThat(sound[5 * PcmFrame.SAMPLES + 10]).isZero();
        assertThat(sound[6 * PcmFrame.SAMPLES + 10]).isZero();
    }

    @Test
    void aFileBeginsAgainWhereItLoops() throws Exception {
        short[] tone = Signals.tone(440, 5);
        short[] sound = read(write(tone), true, 12);
        for (int i = 0; i < sound.length; i++) {
            assertThat(sound[i]).as("sample %d", i).isEqualTo(tone[i % tone.length]);
        }
    }

    @Test
    void aFileComesInRealTime() throws Exception {
        Path wav = write(Signals.tone(440, 20));
        long begin = System.nanoTime();
        assertThat(read(wav, false, 20)).isNotEmpty();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(19 * PcmFrame.NANOS);
    }

    @Test
    void closingEndsAWaitingRead() throws Exception {
        AudioSource source = AudioDevices.open(new AudioSourceSpec.Tone(440));
        CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(() -> readToTheEnd(source));
        source.close();
        assertThat(reader.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aToneIsASineAndSilenceIsSilent() throws Exception {
        try (AudioSource tone = AudioDevices.open(new AudioSourceSpec.Tone(440));
                AudioSource silence = AudioDevices.open(new AudioSourceSpec.Silence())) {
            PcmFrame frame = pool.take();
            assertThat(tone.read(frame)).isTrue();
            assertThat(Correlation.best(frame.samples(), Signals.tone(440, 1), 0, PcmFrame.SAMPLES, 0, 0))
                    .isGreaterThan(0.9999);
            assertThat(silence.read(frame)).isTrue();
            assertThat(frame.samples()).containsOnly((short) 0);
        }
    }

    private boolean readToTheEnd(AudioSource source) {
        PcmFrame frame = pool.take();
        try {
            while (source.read(frame)) {
                Thread.onSpinWait();
            }
            return false;
        } catch (CallException e) {
            return true;
        }
    }

    private static ErrorCode codeOf(Path path) {
        return catchThrowableOfType(CallException.class, () -> AudioDevices.open(new AudioSourceSpec.File(path, false)))
                .code();
    }

    private Path write(short[] sound) throws CallException {
        Path wav = directory.resolve("sound.wav");
        try (AudioSink sink = AudioDevices.open(new AudioSinkSpec.WavFile(wav))) {
            for (int i = 0; i < sound.length / PcmFrame.SAMPLES; i++) {
                PcmFrame frame = Signals.frame(pool, sound, i);
                sink.write(frame);
                frame.release();
            }
        }
        return wav;
    }

    private short[] read(Path wav, boolean loop, int frames) throws CallException {
        short[] sound = new short[frames * PcmFrame.SAMPLES];
        try (AudioSource source = AudioDevices.open(new AudioSourceSpec.File(wav, loop))) {
            PcmFrame frame = pool.take();
            for (int i = 0; i < frames; i++) {
                assertThat(source.read(frame)).isTrue();
                System.arraycopy(frame.samples(), 0, sound, i * PcmFrame.SAMPLES, PcmFrame.SAMPLES);
            }
            frame.release();
        }
        return sound;
    }
}
