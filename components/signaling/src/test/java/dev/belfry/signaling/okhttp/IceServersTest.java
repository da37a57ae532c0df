package dev.belfry.signaling.okhttp;

import static dev.belfry.signaling.okhttp.ScriptedHub.json;
import static dev.belfry.signaling.okhttp.ScriptedHub.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.IceServer;
import dev.belfry.signaling.wire.IceServers;
import dev.belfry.signaling.wire.ListCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final IceServer TURN = new IceServer(List.of("turn:turn.example"), "until-noon", "secret");
    private static final String ONE = ListCodec.write(new IceServers(List.of(TURN), Duration.ofSeconds(600)));
    private static final String NONE = ListCodec.write(new IceServers(List.of(), Duration.ofSeconds(600)));

    private final ScriptedHub hub = new ScriptedHub().start();
    private final Desk desk = new Desk(hub);

    @AfterEach
    void nothingIsLeft() {
        desk.close();
        hub.close();
    }

    @Test
    void theHubsServersAreKeptForHalfOfTheirTime() throws Exception {
        hub.answers("/v1/ice-servers", json(200, ONE), json(200, NONE));
        assertThat(desk.answer(desk.line.iceServers())).containsExactly(TURN);
        desk.passes(Duration.ofSeconds(299));
        assertThat(desk.answer(desk.line.iceServers())).containsExactly(TURN);
        assertThat(hub.requests()).hasSize(1);
        desk.passes(Duration.ofSeconds(1));
        assertThat(desk.answer(desk.line.iceServers())).isEmpty();
        assertThat(hub.requests()).hasSize(2);
    }

    @Test
    void credentialsThatRanOutInSleepAreNotUsed() throws Exception {
        hub.answers("/v1/ice-servers", json(200, ONE), json(200, NONE));
        desk.answer(desk.line.iceServers());
        desk.time.sleep(Duration.ofHours(8));
        assertThat(desk.answer(desk.line.iceServers())).isEmpty();
    }

    @Test
    void whoAsksMeanwhileGetsTheSameAnswer() throws Exception {
        hub.answers("/v1/ice-servers", json(200, ONE), json(200, NONE));
        var first = desk.line.iceServers();
        var second = desk.line.iceServers();
        assertThat(desk.answer(first)).containsExactly(TURN);
        assertThat(desk.answer(second)).containsExactly(TURN);
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        hub.answers("/v1/ice-servers", refusal(429, "ERR_RATE_LIMITED"), json(200, ONE));
        desk.fails(desk.line.iceServers(), ErrorCode.ERR_RATE_LIMITED);
        assertThat(desk.answer(desk.line.iceServers())).containsExactly(TURN);
    }
}
