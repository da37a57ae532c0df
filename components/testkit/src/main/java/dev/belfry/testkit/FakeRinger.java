package dev.belfry.testkit;

import dev.belfry.call.Call;
import dev.belfry.call.spi.Ringer;
import java.util.ArrayList;
import java.util.List;

/** A ringer that remembers what sounds. Thread-safe. */
public final class FakeRinger implements Ringer {
    private final List<String> history = new ArrayList<>();
    private String sounding = "";

    /** Returns what sounds now, as {@code ring s1}; empty when silent. */
    public synchronized String sounding() {
        return sounding;
    }

    /** Returns everything that sounded so far, in order. */
    public synchronized List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public void ring(Call call) {
        sound("ring " + call.sessionId());
    }

    @Override
    public void callWaiting(Call call) {
        sound("callWaiting " + call.sessionId());
    }

    @Override
    public void ringback(Call call) {
        sound("ringback " + call.sessionId());
    }

    @Override
    public synchronized void stop() {
        sounding = "";
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void sound(String what) {
        sounding = what;
        history.add(what);
    }
}
