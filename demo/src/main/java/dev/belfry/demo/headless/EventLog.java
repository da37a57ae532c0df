package dev.belfry.demo.headless;

import com.google.gson.JsonObject;
import dev.belfry.call.CallListener;
import dev.belfry.call.SessionListener;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears every event of one user's controller, counts it, and writes it down as a line of JSON. On the EDT. */
final class EventLog {
    private static final String LISTENER = "event-log";

    private final String uid;
    private final long startNanos;
    private final Consumer<String> lines;
    private final EventLedger ledger;
    private @Nullable CallPhase phase;

    /**
     * Creates a log.
     *
     * @param startNanos the time that lines count from, on the clock of {@link System#nanoTime()}
     */
    EventLog(String uid, long startNanos, Consumer<String> lines, EventLedger ledger) {
        this.uid = uid;
        this.startNanos = startNanos;
        this.lines = lines;
        this.ledger = ledger;
    }

    void listenTo(CallController controller) {
        controller.addStateListener(LISTENER, this::onStateChanged);
        controller.addCallListener(LISTENER, listener(CallListener.class));
        controller.addSessionListener(LISTENER, listener(SessionListener.class));
    }

    /** Makes a listener whose every method is heard, also those that later versions add. */
    private <T> T listener(Class<T> type) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::onMethod);
        return type.cast(proxy);
    }

    private @Nullable Object onMethod(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "event log of " + uid;
            };
        }
        JsonObject line = line(method.getName());
        if (arguments != null) {
            EventJson.describe(arguments[0], line);
        }
        lines.accept(line.toString());
        ledger.count(uid, method.getName());
        return null;
    }

    private void onStateChanged(CallSnapshot snapshot) {
        if (snapshot.phase() == phase) {
            return;
        }
        phase = snapshot.phase();
        JsonObject line = line("onStateChanged");
        EventJson.describe(snapshot, line);
        lines.accept(line.toString());
        ledger.count(uid, EventLedger.state(snapshot.phase()));
    }

    private JsonObject line(String event) {
        JsonObject line = new JsonObject();
        line.addProperty("t_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
        line.addProperty("user", uid);
        line.addProperty("event", event);
        return line;
    }
}
