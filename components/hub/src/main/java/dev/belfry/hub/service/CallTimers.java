package dev.belfry.hub.service;

import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The clocks of every call: the ring timeout, each user's time to join, each participant's lease. A clock that strikes
 * is a command like any other; it may come too late, and then changes nothing. Thread-safe; calls nobody while locked.
 */
final class CallTimers {
    private static final String LEASE = "lease ";

    private final Scheduler scheduler;
    private final DeviceRegistry devices;
    private final Duration timeToJoin;
    private final BiConsumer<String, CallCommand.FromHub> strike;
    private final Map<String, Map<String, Cancellable>> timers = new HashMap<>();

    CallTimers(
            Scheduler scheduler,
            DeviceRegistry devices,
            Duration timeToJoin,
            BiConsumer<String, CallCommand.FromHub> strike) {
        this.scheduler = scheduler;
        this.devices = devices;
        this.timeToJoin = timeToJoin;
        this.strike = strike;
    }

    /** Starts and stops clocks for what a record has become. */
    synchronized void arrange(CallRecord record) {
        String session = record.sessionId();
        if (record.status().isTerminal()) {
            timers.getOrDefault(session, Map.of()).values().forEach(Cancellable::cancel);
            timers.remove(session);
            return;
        }
        timers.computeIfAbsent(session, any -> new HashMap<>());
        if (record.receivers().stream().anyMatch(Party::isRinging)) {
            Duration left = Duration.between(scheduler.now(), record.ringsUntil());
            start(session, "ring", left, () -> strike.accept(session, new CallCommand.RingTimeout()));
        } else {
            stop(session, "ring");
        }
        if (record.status() == CallStatus.ONGOING) {
            record.parties().forEach(party -> arrangeJoin(session, party));
            arrangeLeases(session, record);
        }
    }

    private void arrangeJoin(String session, Party party) {
        String name = "join " + party.uid();
        if (party.isEngaged() && party.joinedAt() == null) {
            start(session, name, timeToJoin, () -> strike.accept(session, new CallCommand.JoinDeadline(party.uid())));
        } else {
            stop(session, name);
        }
    }

    private void arrangeLeases(String session, CallRecord record) {
        Set<String> wanted =
                record.seats().stream().map(seat -> lease(seat.device())).collect(Collectors.toSet());
        List.copyOf(timers.getOrDefault(session, Map.of()).keySet()).stream()
                .filter(name -> name.startsWith(LEASE) && !wanted.contains(name))
                .forEach(name -> stop(session, name));
        record.seats().forEach(seat -> watch(session, seat.device()));
    }

    private synchronized void watch(String session, Device device) {
        Duration left = devices.left(device, scheduler.now());
        start(session, lease(device), left, () -> check(session, device));
    }

    private void check(String session, Device device) {
        forget(session, lease(device));
        if (devices.left(device, scheduler.now()).isZero()) {
            strike.accept(session, new CallCommand.Gone(device, EndReason.CONNECTION_LOST));
        } else {
            watch(session, device);
        }
    }

    private void start(String session, String name, Duration delay, Runnable task) {
        Map<String, Cancellable> running = timers.get(session);
        if (running != null) {
            running.computeIfAbsent(name, any -> scheduler.schedule(delay, task));
        }
    }

    private synchronized void forget(String session, String name) {
        timers.getOrDefault(session, new HashMap<>()).remove(name);
    }

    private static String lease(Device device) {
        return LEASE + device;
    }

    private void stop(String session, String name) {
        Cancellable timer = timers.getOrDefault(session, new HashMap<>()).remove(name);
        if (timer != null) {
            timer.cancel();
        }
    }
}
