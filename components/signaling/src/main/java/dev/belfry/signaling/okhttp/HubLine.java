package dev.belfry.signaling.okhttp;

import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.client.Backoff;
import dev.belfry.signaling.client.SleepWatch;
import dev.belfry.signaling.wire.ServerFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a device's line to the hub up: connects, and connects again whenever that is lost, going on with the events
 * where they broke off. Confined to one executor.
 */
final class HubLine implements LineSocket.Receiver {
    private static final Logger LOG = System.getLogger(HubLine.class.getName());
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(20);
    private static final Duration STEADY = Duration.ofSeconds(5);

    private final LineOpener opener;
    private final HubAddresses addresses;
    private final Tokens tokens;
    private final Scheduler scheduler;
    private final Executor executor;
    private final Backoff backoff;
    private final LineCommands commands;
    private final LineEvents events;
    private final Runnable onReplaced;
    private final SleepWatch sleep;

    private @Nullable LineSocket socket;
    private String token = "";
    private Scheduler.Cancellable timer = () -> {};
    private int armed;
    private ConnectionState state = ConnectionState.CONNECTING;
    private @Nullable Long connectedAt;
    private int failures;
    private boolean started;
    private boolean stopped;

    /**
     * Creates a line that is not connected.
     *
     * @param onReplaced told when another start of this device took its place
     */
    HubLine(LineOpener opener, LineParts parts, LineCommands commands, LineEvents events, Runnable onReplaced) {
        this.opener = opener;
        this.addresses = parts.addresses();
        this.tokens = parts.tokens();
        this.scheduler = parts.scheduler();
        this.executor = parts.executor();
        this.backoff = parts.reconnects();
        this.commands = commands;
        this.events = events;
        this.onReplaced = onReplaced;
        this.sleep = new SleepWatch(scheduler, executor, this::woke);
    }

    void open(SignalingListener listener) {
        if (stopped) {
            return;
        }
        if (started) {
            throw new IllegalStateException("a line is connected once");
        }
        started = true;
        events.listener(listener);
        events.tell(ConnectionState.CONNECTING);
        sleep.start();
        connect();
    }

    /** Ends the line, and with it the calls this device is in. */
    void stop() {
        stopped = true;
        armed++;
        timer.cancel();
        sleep.stop();
        if (socket != null) {
            commands.signOff();
            socket.close();
            socket = null;
        }
        commands.lost();
    }

    @Override
    public void onFrame(ServerFrame frame) {
        if (sleep.look()) {
            // It may have waited in a buffer since before the machine slept: the hub tells it again, with its true age.
            return;
        }
        if (frame instanceof ServerFrame.Hello hello) {
            greeted(hello);
        } else if (frame instanceof ServerFrame.Answered answered) {
            commands.answered(answered.id(), answered.answer());
        } else if (frame instanceof ServerFrame.Refused refused) {
            commands.refused(refused.id(), refused.error());
        } else if (state != ConnectionState.CONNECTED) {
            drop(LineLoss.UNREADABLE);
        } else if (frame instanceof ServerFrame.Delivered delivered) {
            events.receive(delivered.event().header().seq(), delivered.event());
        } else if (frame instanceof ServerFrame.Skipped skipped) {
            events.receive(skipped.seq(), null);
        }
    }

    @Override
    public void onLost(LineLoss loss) {
        socket = null;
        commands.lost();
        events.lost();
        if (loss.next() == LineLoss.Next.NEVER) {
            LOG.log(Level.WARNING, "This device started anew elsewhere; this line is closed for good");
            stop();
            change(ConnectionState.CLOSED);
            onReplaced.run();
            return;
        }
        change(ConnectionState.RECONNECTING);
        if (loss.next() == LineLoss.Next.OTHER_TOKEN) {
            tokens.refused(token);
        } else if (loss.next() == LineLoss.Next.WAIT_AND_FORGET) {
            commands.forget();
        } else if (loss.isTheNodes()) {
            addresses.failed(opener.node());
        }
        arm(pause(loss), this::connect);
    }

    /** Some events are missing and do not come: the hub is asked for them by connecting again. */
    void missing() {
        drop(LineLoss.STALE);
    }

    private void connect() {
        int current = ++armed;
        var unused = tokens.token().whenComplete((given, failure) -> {
            if (stopped || current != armed) {
                return;
            }
            if (failure == null) {
                token = given;
                socket = opener.open(given, events.since(), this);
                arm(HELLO_LIMIT, () -> drop(LineLoss.BROKEN));
            } else {
                onLost(LineLoss.NO_TOKEN);
            }
        });
    }

    private void greeted(ServerFrame.Hello hello) {
        LineSocket open = socket;
        if (open == null || state == ConnectionState.CONNECTED) {
            return;
        }
        if (!hello.uid().equals(opener.uid())) {
            LOG.log(Level.ERROR, "The host gave the token of another user");
            drop(LineLoss.WRONG_TOKEN);
            return;
        }
        armed++;
        timer.cancel();
        connectedAt = scheduler.nanoTime();
        change(ConnectionState.CONNECTED);
        events.begin(hello.since());
        commands.opened(open);
    }

    private void woke() {
        LOG.log(Level.DEBUG, "The machine slept");
        failures = 0;
        drop(LineLoss.STALE);
    }

    private void drop(LineLoss loss) {
        if (socket != null) {
            socket.abandon();
        }
        if (!stopped) {
            onLost(loss);
        }
    }

    private Duration pause(LineLoss loss) {
        boolean wasSteady = connectedAt != null
                && Duration.ofNanos(scheduler.nanoTime() - connectedAt).compareTo(STEADY) >= 0;
        failures = wasSteady ? 1 : failures + 1;
        connectedAt = null;
        Duration wait = loss.isAtOnce() && failures == 1 ? Duration.ZERO : backoff.after(failures);
        return wait.compareTo(loss.retryAfter()) > 0 ? wait : loss.retryAfter();
    }

    private void arm(Duration delay, Runnable task) {
        timer.cancel();
        int current = ++armed;
        timer = scheduler.schedule(
                delay,
                () -> executor.execute(() -> {
                    if (!stopped && current == armed) {
                        task.run();
                    }
                }));
    }

    /** Before the first greeting a line that is lost is still connecting. */
    private void change(ConnectionState next) {
        boolean neverWas = state == ConnectionState.CONNECTING && next == ConnectionState.RECONNECTING;
        if (state != next && !neverWas) {
            state = next;
            events.tell(next);
        }
    }
}
