package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.DeviceLine;
import dev.belfry.hub.service.EventDraft;
import dev.belfry.hub.service.EventEntry;
import dev.belfry.hub.service.LogPage;
import dev.belfry.hub.service.StoreTransaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One run of one piece of work: reads go to the database at once, writes when the work is over. */
final class JdbcTransaction implements StoreTransaction {
    private final Handle handle;
    private final Bodies bodies;
    private final Mode mode;
    private final Writes writes;
    private final CallTable calls;
    private final DeviceTable devices;
    private final Mailboxes mailboxes;
    private final EventTable events;
    private final BuriedTable buried;

    /** What a run may do. */
    enum Mode {
        /** It only reads; there is no transaction. */
        READING,
        /** It reads and writes. */
        WRITING,
        /** As that, and a record it reads is held, so that nobody changes it before this run does. */
        HOLDING
    }

    /**
     * Creates a transaction on a connection that has begun one.
     *
     * @param kept how many events of a user are kept
     */
    JdbcTransaction(Handle handle, Bodies bodies, Mode mode, int kept) {
        this.handle = handle;
        this.bodies = bodies;
        this.mode = mode;
        calls = new CallTable(handle, bodies);
        devices = new DeviceTable(handle);
        mailboxes = new Mailboxes(handle);
        events = new EventTable(handle, bodies, mailboxes, kept);
        buried = new BuriedTable(handle);
        writes = new Writes(calls, new PartyTable(handle), devices, events, buried);
    }

    /** Writes what the work wanted written; throws {@link Conflict} if it rests on what is no longer so. */
    void flush() {
        writes.flush();
    }

    private void requireWriting() {
        if (mode == Mode.READING) {
            throw new IllegalStateException("this work only reads");
        }
    }

    private Writes writes() {
        requireWriting();
        return writes;
    }

    @Override
    public void lock(Collection<String> uids) {
        requireWriting();
        new LockTable(handle).lock(uids);
    }

    @Override
    public Optional<CallRecord> call(String sessionId) {
        Optional<CallRecord> written = writes.call(sessionId);
        return written.isPresent()
                ? written
                : calls.find(sessionId, mode == Mode.HOLDING).map(writes::seen);
    }

    @Override
    public void insert(CallRecord first, @Nullable Instant due) {
        writes().insert(first, due);
    }

    @Override
    public void compareAndSet(CallRecord expected, CallRecord next, @Nullable Instant due) {
        writes().compareAndSet(expected, next, due);
    }

    @Override
    public List<CallRecord> open(String uid) {
        return seen(calls.open(uid));
    }

    @Override
    public List<CallRecord> takeDue(Instant now, int limit) {
        requireWriting();
        return seen(calls.takeDue(now, limit));
    }

    @Override
    public @Nullable Instant nextDue() {
        Instant call = calls.nextDue();
        Instant device = devices.nextLapse();
        return call == null || (device != null && device.isBefore(call)) ? device : call;
    }

    @Override
    public void bury(String sessionId, String uid, Instant now) {
        writes().bury(sessionId, uid, now);
    }

    @Override
    public boolean isBuried(String sessionId, String uid) {
        return buried.isBuried(sessionId, uid);
    }

    @Override
    public LogPage log(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException {
        return new CallLog(handle, bodies, uid, filter).page(cursor);
    }

    @Override
    public void append(EventDraft draft) {
        writes().append(draft);
    }

    @Override
    public List<EventEntry> appended() {
        return writes.appended();
    }

    @Override
    public List<EventEntry> events(String uid, long seq) {
        return events.after(uid, seq);
    }

    @Override
    public long head(String uid) {
        return mailboxes.head(uid);
    }

    Map<String, Long> heads(Collection<String> uids) {
        return mailboxes.heads(uids);
    }

    @Override
    public Optional<DeviceLine> device(Device device) {
        Optional<DeviceLine> written = writes.device(device);
        return written.isPresent() ? written : devices.find(device);
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
        writes().put(line, now);
    }

    @Override
    public List<DeviceLine> leased() {
        return devices.leased();
    }

    @Override
    public List<DeviceLine> takeLapsed(Instant now, int limit) {
        requireWriting();
        return devices.takeLapsed(now, limit);
    }

    @Override
    public boolean vouch(String node, Instant until) {
        requireWriting();
        return new NodeTable(handle).vouch(node, until);
    }

    @Override
    public int releaseDead(Instant now, Instant leaseUntil) {
        requireWriting();
        int dead = new NodeTable(handle).takeDead(now).size();
        devices.release(leaseUntil);
        return dead;
    }

    @Override
    public void prune(Instant before) {
        requireWriting();
        events.prune(before);
        buried.prune(before);
        devices.prune(before);
        new UserTable(handle).prune(before);
        new LockTable(handle).prune();
    }

    private List<CallRecord> seen(List<CallRecord> records) {
        records.forEach(writes::seen);
        return records;
    }
}
