package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What work may do within one transaction of a {@link HubStore}. Confined to the thread and the duration of that work.
 *
 * <p>Writes are kept until the work is over, and then carried out together: first devices, then calls in the order of
 * their session ids, then events in the order of uids. Together with {@link #lock}, which comes before all of them, this
 * order keeps transactions from waiting for each other in a circle. Reads see what is committed; {@link #call} and
 * {@link #device} also see what this transaction has written, the others need not.
 *
 * <p>No method throws for a store that cannot be reached: the surrounding {@link HubStore#transact} does.
 *
 * @since 0.1
 */
public interface StoreTransaction {
    /**
     * Waits until nobody else holds one of these users' locks, and holds them until the transaction is over. Called at
     * most once, before everything else. The locks keep off those who lock, and nobody else: neither reads nor writes.
     *
     * @param uids any users, known or not, in any order
     */
    void lock(Collection<String> uids);

    /** Returns the record of a session. */
    Optional<CallRecord> call(String sessionId);

    /**
     * Stores the first version of a record. If there is one under its session id already when the transaction is
     * committed, the work is undone and run again.
     *
     * @param due when {@link #takeDue} hands it out; null for never
     */
    void insert(CallRecord first, @Nullable Instant due);

    /**
     * Stores the next version of a record. If the version stored is not the expected one when the transaction is
     * committed, the work is undone and run again.
     *
     * @param expected the record as this transaction read or wrote it; only its session id and version matter
     * @param next the record to be stored, with the same session id and a greater version; or with the same version,
     *     if nothing changes but the due time
     * @param due when {@link #takeDue} hands it out; null for never
     */
    void compareAndSet(CallRecord expected, CallRecord next, @Nullable Instant due);

    /** Returns every call that is not over and that a user is a party of, oldest first; session ids break ties. */
    List<CallRecord> open(String uid);

    /**
     * Returns calls whose due time has come, the earliest first; none that another transaction has taken and not yet
     * finished. They stay due until one of the methods above gives them another due time.
     *
     * @param now a call is due if its time is not after this
     */
    List<CallRecord> takeDue(Instant now, int limit);

    /**
     * Returns the earliest time at which {@link #takeDue} or {@link #takeLapsed} have something to hand out; null for
     * never.
     */
    @Nullable
    Instant nextDue();

    /** Notes that a user took back a call of which no record exists yet. */
    void bury(String sessionId, String uid, Instant now);

    /** Returns whether this user took this call back before it came to exist. */
    boolean isBuried(String sessionId, String uid);

    /**
     * Returns a page of a user's calls, newest first; those merged into another are left out.
     *
     * @param cursor where the page begins, from the page before; null for the first
     * @throws CallException ERR_BAD_REQUEST for a cursor that is none
     */
    LogPage log(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException;

    /**
     * Appends an event to its user's, under the number after the last: events are numbered per user from 1, without
     * gaps, in the order in which their transactions are committed and, within one, in the order of these calls.
     */
    void append(EventDraft draft);

    /**
     * Returns the events that were appended, with their numbers; nothing before the work is over. The one method to be
     * called after that, once {@link HubStore#transact} has returned.
     */
    List<EventEntry> appended();

    /** Returns a user's events with a number above {@code seq}, in order, as far as they are still kept. */
    List<EventEntry> events(String uid, long seq);

    /** Returns the number of a user's latest event, 0 before the first. */
    long head(String uid);

    /** Returns what is known of a device. */
    Optional<DeviceLine> device(Device device);

    /** Returns what is known of the devices of a user, also of those that are not connected. */
    List<DeviceLine> devices(String uid);

    /**
     * Returns the devices of these users that are connected: open, and either leased beyond {@code now} or attached to
     * a node that is vouched for beyond {@code now}.
     */
    Set<Device> connected(Collection<String> uids, Instant now);

    /**
     * Stores what is known of a device, in place of what was.
     *
     * @param now when that was learned
     */
    void put(DeviceLine line, Instant now);

    /** Returns the devices that are open and attached to no node, and whose lease runs or is over. */
    List<DeviceLine> leased();

    /**
     * Returns devices that are open, attached to no node, and whose lease is over, the earliest first; none that
     * another transaction has taken. The lease of each is set to null, so that it is handed out once.
     *
     * @param now a lease is over if its end is not after this
     */
    List<DeviceLine> takeLapsed(Instant now, int limit);

    /**
     * Says that a node lives, and with it the connections of the devices attached to it.
     *
     * @param until how long others may rely on it
     * @return false if the node is not known, be it that it never was or that it was released: the devices attached to
     *     it are then to be attached again
     */
    boolean vouch(String node, Instant until);

    /**
     * Releases the devices of nodes that nobody vouches for any more, and those attached to a node that is not known:
     * they are attached to no node, and their lease runs. The nodes are then not known.
     *
     * @param now a node is dead if it was vouched for until this or less
     * @param leaseUntil when the leases of its devices end
     * @return how many nodes were released
     */
    int releaseDead(Instant now, Instant leaseUntil);

    /**
     * Forgets what nobody will ask for any more: events that happened, tombstones that were set, and devices that signed
     * off or were lost before a time. The numbers of events go on from where they were.
     */
    void prune(Instant before);
}
