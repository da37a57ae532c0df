package dev.belfry.call.control;

import dev.belfry.call.CallListener;
import dev.belfry.call.SessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Listeners under ids, called one at a time in the order in which they were added. One that was removed hears nothing
 * any more, not even what was on its way. Thread-safe; no lock is held while one is called.
 */
final class ListenerRegistry {
    private static final Logger LOG = System.getLogger(ListenerRegistry.class.getName());

    private final Map<String, CallStateListener> states = new LinkedHashMap<>();
    private final Map<String, CallListener> calls = new LinkedHashMap<>();
    private final Map<String, SessionListener> sessions = new LinkedHashMap<>();
    private final Executor callbacks;
    private boolean closed;

    ListenerRegistry(Executor callbacks) {
        this.callbacks = callbacks;
    }

    synchronized void addState(String id, CallStateListener listener) {
        states.put(id, listener);
    }

    synchronized void addCall(String id, CallListener listener) {
        calls.put(id, listener);
    }

    synchronized void addSession(String id, SessionListener listener) {
        sessions.put(id, listener);
    }

    synchronized void removeState(String id) {
        states.remove(id);
    }

    synchronized void removeCall(String id) {
        calls.remove(id);
    }

    synchronized void removeSession(String id) {
        sessions.remove(id);
    }

    /** Lets nobody hear anything any more. */
    synchronized void close() {
        closed = true;
        states.clear();
        calls.clear();
        sessions.clear();
    }

    void tellState(CallSnapshot snapshot) {
        post(states, listener -> listener.onStateChanged(snapshot));
    }

    /** Tells one listener, if it is still there. */
    void tellState(String id, CallStateListener only, CallSnapshot snapshot) {
        callbacks.execute(() -> call(states, id, only, listener -> listener.onStateChanged(snapshot)));
    }

    void tellCall(Consumer<CallListener> event) {
        post(calls, event);
    }

    void tellSession(Consumer<SessionListener> event) {
        post(sessions, event);
    }

    private <T> void post(Map<String, T> listeners, Consumer<T> event) {
        callbacks.execute(() -> {
            for (Map.Entry<String, T> entry : copy(listeners)) {
                call(listeners, entry.getKey(), entry.getValue(), event);
            }
        });
    }

    private synchronized <T> List<Map.Entry<String, T>> copy(Map<String, T> listeners) {
        List<Map.Entry<String, T>> all = new ArrayList<>();
        listeners.forEach((id, listener) -> all.add(Map.entry(id, listener)));
        return all;
    }

    private <T> void call(Map<String, T> listeners, String id, T listener, Consumer<T> event) {
        synchronized (this) {
            if (closed || listeners.get(id) != listener) {
                return;
            }
        }
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Listener " + id + " failed", e);
        }
    }
}
