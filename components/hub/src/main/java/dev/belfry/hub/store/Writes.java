package dev.belfry.hub.store;

import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.DeviceLine;
import dev.belfry.hub.service.EventDraft;
import dev.belfry.hub.service.EventEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction will write at its end: in one order for all transactions, which keeps them from waiting for each
 * other in a circle, and in few statements.
 */
final class Writes {
    private static final Comparator<Device> BY_ID =
            Comparator.comparing(Device::uid).thenComparing(Device::deviceId);

    private final CallTable calls;
    private final PartyTable parties;
    private final DeviceTable devices;
    private final EventTable events;
    private final BuriedTable buried;

    private final Map<String, CallRecord> seen = new HashMap<>();
    private final SortedMap<Device, PendingDevice> lines = new TreeMap<>(BY_ID);
    private final SortedMap<String, PendingCall> records = new TreeMap<>();
    private final List<EventDraft> drafts = new ArrayList<>();
    private final List<Runnable> burials = new ArrayList<>();
    private List<EventEntry> appended = List.of();

    Writes(CallTable calls, PartyTable parties, DeviceTable devices, EventTable events, BuriedTable buried) {
        this.calls = calls;
        this.parties = parties;
        this.devices = devices;
        this.events = events;
        this.buried = buried;
    }

    /** Notes what the database says of a call. */
    CallRecord seen(CallRecord record) {
        seen.put(record.sessionId(), record);
        return record;
    }

    Optional<CallRecord> call(String sessionId) {
        return Optional.ofNullable(records.get(sessionId)).map(PendingCall::next);
    }

    Optional<DeviceLine> device(Device device) {
        return Optional.ofNullable(lines.get(device)).map(PendingDevice::line);
    }

    void insert(CallRecord first, @Nullable Instant due) {
        if (records.containsKey(first.sessionId())) {
            throw new Conflict();
        }
        records.put(first.sessionId(), new PendingCall(null, first, due));
    }

    void compareAndSet(CallRecord expected, CallRecord next, @Nullable Instant due) {
        PendingCall pending = records.get(expected.sessionId());
        CallRecord current = pending == null ? stored(expected) : pending.next();
        if (current.version() != expected.version()) {
            throw new Conflict();
        }
        CallRecord before = pending == null ? current : pending.before();
        records.put(expected.sessionId(), new PendingCall(before, next, due));
    }

    private CallRecord stored(CallRecord expected) {
        CallRecord known = seen.get(expected.sessionId());
        if (known != null && known.version() == expected.version()) {
            return known;
        }
        return calls.find(expected.sessionId(), true).orElseThrow(Conflict::new);
    }

    void put(DeviceLine line, Instant now) {
        lines.put(line.device(), new PendingDevice(line, now));
    }

    void append(EventDraft draft) {
        drafts.add(draft);
    }

    void bury(String sessionId, String uid, Instant now) {
        burials.add(() -> buried.bury(sessionId, uid, now));
    }

    void flush() {
        lines.values().forEach(each -> devices.put(each.line(), each.now()));
        burials.forEach(Runnable::run);
        records.values().forEach(this::write);
        if (!drafts.isEmpty()) {
            appended = events.append(drafts);
        }
    }

    /** Returns the events that {@link #flush} has written. */
    List<EventEntry> appended() {
        return appended;
    }

    private void write(PendingCall call) {
        CallRecord before = call.before();
        if (before == null) {
            require(calls.insert(call.next(), call.due()));
            parties.insert(call.next());
        } else {
            require(calls.update(before.version(), call.next(), call.due()));
            parties.update(before, call.next());
        }
    }

    private static void require(boolean done) {
        if (!done) {
            throw new Conflict();
        }
    }
}
