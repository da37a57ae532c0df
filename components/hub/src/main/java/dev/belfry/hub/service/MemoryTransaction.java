package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction of an {@link InMemoryHubStore}, which runs one at a time: it reads at once, and writes at the end. */
final class MemoryTransaction implements StoreTransaction {
    private final MemoryCalls calls;
    private final MemoryEvents events;
    private final MemoryDevices devices;
    private final Map<String, Written> records = new LinkedHashMap<>();
    private final Map<Device, Known> lines = new HashMap<>();
    private final List<Runnable> writes = new ArrayList<>();
    private final List<EventEntry> appended = new ArrayList<>();
    private boolean met;
    private boolean locked;

    MemoryTransaction(MemoryCalls calls, MemoryEvents events, MemoryDevices devices) {
        this.calls = calls;
        this.events = events;
        this.devices = devices;
    }

    private record Known(DeviceLine line, Instant since) {}

    private record Written(CallRecord record, @Nullable Instant due) {}

    boolean writes() {
        return locked || met || !records.isEmpty() || !lines.isEmpty() || !writes.isEmpty();
    }

    /** Writes everything; or nothing, and returns false, if another transaction was met. */
    boolean commit() {
        if (met) {
            return false;
        }
        lines.values().forEach(known -> devices.put(known.line(), known.since()));
        records.values().forEach(written -> calls.put(written.record(), written.due()));
        writes.forEach(Runnable::run);
        return true;
    }

    /** Nobody else is there to be kept off. */
    @Override
    public void lock(Collection<String> uids) {
        locked = true;
    }

    @Override
    public Optional<CallRecord> call(String sessionId) {
        Written written = records.get(sessionId);
        return written == null ? calls.find(sessionId) : Optional.of(written.record());
    }

    @Override
    public void insert(CallRecord first, @Nullable Instant due) {
        write(call(first.sessionId()).isEmpty(), first, due);
    }

    @Override
    public void compareAndSet(CallRecord expected, CallRecord next, @Nullable Instant due) {
        boolean stands = call(expected.sessionId())
                .filter(stored -> stored.version() == expected.version())
                .isPresent();
        write(stands, next, due);
    }

    private void write(boolean stands, CallRecord record, @Nullable Instant due) {
        met |= !stands;
        records.put(record.sessionId(), new Written(record, due));
    }

    @Override
    public List<CallRecord> open(String uid) {
        return calls.open(uid);
    }

    @Override
    public List<CallRecord> takeDue(Instant now, int limit) {
        return calls.due(now, limit);
    }

    @Override
    public @Nullable Instant nextDue() {
        Instant due = calls.nextDue();
        Instant lapse = devices.nextLapse();
        return due == null || (lapse != null && lapse.isBefore(due)) ? lapse : due;
    }

    @Override
    public void bury(String sessionId, String uid, Instant now) {
        writes.add(() -> calls.bury(sessionId, uid, now));
    }

    @Override
    public boolean isBuried(String sessionId, String uid) {
        return calls.isBuried(sessionId, uid);
    }

    @Override
    public LogPage log(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException {
        return calls.log(uid, filter, LogCursor.parse(cursor));
    }

    @Override
    public void append(EventDraft draft) {
        writes.add(() -> appended.add(events.append(draft)));
    }

    @Override
    public List<EventEntry> appended() {
        return appended;
    }

    @Override
    public List<EventEntry> events(String uid, long seq) {
        return events.since(uid, seq);
    }

    @Override
    public long head(String uid) {
        return events.head(uid);
    }

    @Override
    public Optional<DeviceLine> device(Device device) {
        Known written = lines.get(device);
        return written == null ? devices.find(device) : Optional.of(written.line());
    }

    @Override
    public List<DeviceLine> devices(String uid) {
        return devices.of(uid);
    }

    @Override
    public Set<Device> connected(Collection<String> uids, Instant now) {
        return devices.connected(uids, now);
    }

    @Override
    public void put(DeviceLine line, Instant now) {
        lines.put(line.device(), new Known(line, now));
    }

    @Override
    public List<DeviceLine> leased() {
        return devices.leased();
    }

    @Override
    public List<DeviceLine> takeLapsed(Instant now, int limit) {
        List<DeviceLine> lapsed = devices.lapsed(now, limit);
        lapsed.forEach(line -> put(line.lost(), now));
        return lapsed;
    }

    @Override
    public boolean vouch(String node, Instant until) {
        writes.add(() -> devices.vouch(node, until));
        return devices.knows(node);
    }

    @Override
    public int releaseDead(Instant now, Instant leaseUntil) {
        Set<String> dead = devices.dead(now);
        writes.add(() -> devices.release(dead, leaseUntil));
        return dead.size();
    }

    @Override
    public void prune(Instant before) {
        writes.add(() -> {
            events.prune(before);
            calls.prune(before);
            devices.prune(before);
        });
    }
}
