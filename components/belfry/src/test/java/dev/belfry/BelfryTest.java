package dev.belfry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.User;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.Ringer;
import dev.belfry.engine.LiveMediaEngine;
import dev.belfry.engine.LocalTransports;
import dev.belfry.engine.Resources;
import dev.belfry.hub.local.LocalHub;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BelfryTest {
    @Test
    void two_users_talk_and_everything_is_released() throws Exception {
        LocalTransports transports = new LocalTransports();
        LiveMediaEngine alices;
        LiveMediaEngine bobs;
        try (LocalHub hub = LocalHub.builder()
                        .user(User.of("alice", "Alice"))
                        .user(User.of("bob", "Bob"))
                        .build();
                Belfry alice = phone(hub, "alice", transports);
                Belfry bob = phone(hub, "bob", transports)) {
            CompletableFuture<CallSnapshot> bobRings = phase(bob, CallPhase.INCOMING);
            CompletableFuture<CallSnapshot> aliceTalks = phase(alice, CallPhase.ONGOING);
            CompletableFuture<CallSnapshot> bobTalks = phase(bob, CallPhase.ONGOING);
            CompletableFuture<CallSnapshot> bobIsDone = phase(bob, CallPhase.ENDED);

            Call call =
                    alice.controller().initiateCall(CallRequest.video("bob")).get(20, TimeUnit.SECONDS);
            bobRings.get(20, TimeUnit.SECONDS);
            bob.controller().acceptCall(call.sessionId()).get(20, TimeUnit.SECONDS);
            aliceTalks.get(20, TimeUnit.SECONDS);
            bobTalks.get(20, TimeUnit.SECONDS);
            alice.controller().endCall(call.sessionId()).get(20, TimeUnit.SECONDS);

            assertThat(bobIsDone.get(20, TimeUnit.SECONDS).sessionId()).isEqualTo(call.sessionId());
            alices = alice.media();
            bobs = bob.media();
        }
        assertThat(alices.resources()).isEqualTo(Resources.NONE);
        assertThat(bobs.resources()).isEqualTo(Resources.NONE);
    }

    private static Belfry phone(LocalHub hub, String uid, LocalTransports transports) {
        return Belfry.builder(hub.connect(uid, uid + "-desk"), transports)
                .media(media -> media.camera(new VideoSourceSpec.Pattern(320, 180, 15))
                        .microphone(new AudioSourceSpec.Tone(440))
                        .speaker(new AudioSinkSpec.Discard()))
                .ringer(Ringer.silent())
                .build();
    }

    private static CompletableFuture<CallSnapshot> phase(Belfry phone, CallPhase phase) {
        CompletableFuture<CallSnapshot> reached = new CompletableFuture<>();
        phone.controller().addStateListener("test-" + phase, snapshot -> {
            if (snapshot.phase() == phase) {
                assertThat(EventQueue.isDispatchThread()).isTrue();
                reached.complete(snapshot);
            }
        });
        return reached;
    }
}
