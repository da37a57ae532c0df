package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings this device into the session of a call: with a token, and again and again while it is only answers that get
 * lost. For the serial executor alone.
 */
final class Joining {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionRunner runner;
    private @Nullable CallToken given;
    private @Nullable Cancellable retry;
    private @Nullable IceLookup lookup;
    private Duration pause = FIRST_PAUSE;
    private boolean wanted;
    private boolean asking;

    Joining(CallLoop loop, CallEntry entry, SessionRunner runner) {
        this.loop = loop;
        this.entry = entry;
        this.runner = runner;
    }

    /** Begins, with the host's token if there is one, unless that has begun. */
    void start(@Nullable CallToken token) {
        if (!asking && token != null) {
            given = token;
        }
        wanted = true;
        resume();
    }

    /** Asks again at once, unless an answer is awaited or came. */
    void resume() {
        if (wanted && !asking && !runner.isClosed()) {
            stop();
            asking = true;
            IceLookup servers = new IceLookup(loop);
            lookup = servers;
            if (given == null) {
                Futures.listen(
                        loop.signaling().token(entry.id), loop.serial(), token -> join(token, servers), this::failed);
            } else {
                join(given, servers);
            }
        }
    }

    /** Asks no more by itself. */
    void stop() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        if (lookup != null) {
            lookup.stop();
            lookup = null;
        }
    }

    void failed(CallException error) {
        if (runner.isClosed()) {
            return;
        }
        asking = false;
        stop();
        loop.dispatch(entry, new CallEvent.JoinFailed(error));
        boolean lineIsUp = loop.connection() == ConnectionState.CONNECTED;
        if (error.code() == ErrorCode.ERR_CONNECTION_LOST && lineIsUp && !runner.isClosed()) {
            // Only this answer was lost; no return of the line will make the machine ask again.
            retry = loop.schedule(pause, this::resume);
            Duration next = pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        }
    }

    private void join(CallToken token, IceLookup servers) {
        Futures.listen(
                runner.opened(),
                loop.serial(),
                media -> servers.then(known -> join(token, media, known)),
                this::failed);
    }

    private void join(CallToken token, MediaSession media, List<IceServer> servers) {
        if (!runner.isClosed()) {
            boolean audio = runner.muting().audio();
            boolean video = runner.muting().video();
            Futures.listen(
                    loop.signaling().join(token, audio, video),
                    loop.serial(),
                    all -> runner.enter(token, media, servers, all, audio, video),
                    this::failed);
        }
    }
}
