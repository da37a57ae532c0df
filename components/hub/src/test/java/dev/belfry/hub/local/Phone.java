package dev.belfry.hub.local;

import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.testkit.FakeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A device that remembers what it was told. */
final class Phone implements SignalingListener {
    final SignalingClient line;
    final List<SignalingEvent> events = new ArrayList<>();
    final List<ConnectionState> states = new ArrayList<>();
    private final FakeScheduler time;

    Phone(LocalHub hub, FakeScheduler time, String uid, String deviceId) {
        this.time = time;
        line = hub.connect(uid, deviceId);
        line.connect(this);
        time.runReady();
    }

    @Override
    public void onEvent(SignalingEvent event) {
        events.add(event);
    }

    @Override
    public void onConnectionState(ConnectionState state) {
        states.add(state);
    }

    /** What this device was told of a call, in order. */
    List<CallChange> changes(String sessionId) {
        return events.stream()
                .filter(event -> event.header().sessionId().equals(sessionId))
                .filter(CallChanged.class::isInstance)
                .map(event -> ((CallChanged) event).change())
                .toList();
    }

    CallChanged last() {
        return (CallChanged) events.get(events.size() - 1);
    }

    /** The answer, which must be there once everything that is due has run. */
    <T> T get(CompletableFuture<T> answer) {
        time.runReady();
        if (!answer.isDone()) {
            throw new AssertionError("not answered");
        }
        return answer.join();
    }

    /** Fetches a token and joins. */
    void join(String sessionId) {
        get(line.join(get(line.token(sessionId)), false, false));
    }
}
