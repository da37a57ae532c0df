package dev.belfry.engine;

import dev.belfry.call.spi.MediaDevice;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Run in a JVM with a sound card that goes away and comes back: says what a call makes of it. */
final class SoundCardCallProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private SoundCardCallProbe() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LocalTransports network = new LocalTransports();
        LiveMediaEngine.Builder card = builder(network)
                .microphone(new AudioSourceSpec.Microphone(null))
                .speaker(new AudioSinkSpec.Speaker(null));
        LiveMediaEngine.Builder loud =
                builder(network).microphone(new AudioSourceSpec.Tone(440)).speaker(new AudioSinkSpec.Discard());
        try (Side alice = new Side("alice", card);
                Side bob = new Side("bob", loud)) {
            Side.connect(alice, bob);
            await(() -> bob.loudest > 0.4);
            say("bob hears himself through the card");
            commands.readLine();
            await(() -> alice.errors.size() >= 2);
            await(() -> bob.loudest < 0.05);
            long packets = bob.session.stats().audioPacketsReceived();
            long pictures = bob.session.stats().framesDecoded();
            await(() -> bob.session.stats().audioPacketsReceived() > packets + 25
                    && bob.session.stats().framesDecoded() > pictures + 5);
            say("errors=" + alice.errors.stream().sorted().toList());
            commands.readLine();
            alice.session.setAudioMuted(true);
            alice.session.setAudioMuted(false);
            String speaker = AudioDevices.speakers().get(0).id();
            alice.session.use(new MediaDevice(speaker, speaker, MediaDevice.Kind.SPEAKER));
            await(() -> bob.loudest > 0.4);
            say("bob hears himself again");
            alice.hangUp();
            bob.hangUp();
            say("errors=" + alice.errors.stream().sorted().toList());
            say("left=" + alice.engine.resources().equals(Resources.NONE));
        }
    }

    private static LiveMediaEngine.Builder builder(LocalTransports network) {
        return LiveMediaEngine.builder(network).camera(new VideoSourceSpec.Pattern(160, 90, 15));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
