package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** The times of RFC 7675, on a clock turned by hand. */
class ConsentTest {
    private final FakeScheduler scheduler = new FakeScheduler();
    private final IceEnvironment environment = new IceEnvironment(
            IceOptions.of(IceRole.CONTROLLING), scheduler, scheduler, scheduler, new PacketPool(), () ->
                    (SSLSocketFactory) SSLSocketFactory.getDefault());
    private final List<byte[]> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean peerAnswers = true;
    private final Consent consent = new Consent(environment, new Random(1), this::ask, new Consent.Listener() {
        @Override
        public void onLost() {
            told.add("lost");
        }

        @Override
        public void onBack() {
            told.add("back");
        }

        @Override
        public void onExpired() {
            told.add("expired");
        }
    });

    private void ask(byte[] id) {
        asked.add(id);
        if (peerAnswers) {
            scheduler.schedule(
                    Duration.ofMillis(30),
                    () -> assertThat(consent.answered(answerTo(id), 0)).isTrue());
        }
    }

    private static byte[] answerTo(byte[] id) {
        byte[] answer = new byte[StunBytes.HEADER];
        answer[0] = 1;
        answer[1] = 1;
        System.arraycopy(id, 0, answer, StunBytes.TRANSACTION_ID, id.length);
        return answer;
    }

    @Test
    void a_peer_that_answers_is_asked_about_every_two_seconds() {
        consent.start();
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(asked).hasSizeBetween(26, 37).doesNotHaveDuplicates();
        assertThat(consent.roundTrip()).isEqualTo(Duration.ofMillis(30));
        assertThat(told).isEmpty();
    }

    @Test
    void silence_is_lost_consent_and_an_answer_brings_it_back() {
        consent.start();
        scheduler.advance(Duration.ofSeconds(3));
        peerAnswers = false;
        scheduler.advance(Duration.ofSeconds(8));
        assertThat(told).containsExactly("lost");
        peerAnswers = true;
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(told).containsExactly("lost", "back");
    }

    @Test
    void thirty_seconds_of_silence_end_consent() {
        consent.start();
        scheduler.advance(Duration.ofSeconds(1));
        peerAnswers = false;
        scheduler.advance(Duration.ofSeconds(35));
        assertThat(told).containsExactly("lost", "expired");
        int before = asked.size();
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(asked).hasSize(before);
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void an_answer_to_another_question_is_left_to_others() {
        consent.start();
        assertThat(consent.answered(answerTo(new byte[12]), 0)).isFalse();
    }
}
