package dev.belfry.hub.store;

import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.DeviceLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What is known of devices' connections, within one transaction. */
final class DeviceTable {
    private static final String SELECT =
            "SELECT uid, device_id, start_no, since_seq, is_open, node, lease_until FROM hub_devices ";

    private final Handle handle;

    DeviceTable(Handle handle) {
        this.handle = handle;
    }

    Optional<DeviceLine> find(Device device) {
        return handle.createQuery(SELECT + "WHERE uid = :uid AND device_id = :device")
                .bind("uid", device.uid())
                .bind("device", device.deviceId())
                .map(DeviceTable::line)
                .findOne();
    }

    List<DeviceLine> of(String uid) {
        return handle.createQuery(SELECT + "WHERE uid = :uid ORDER BY device_id")
                .bind("uid", uid)
                .map(DeviceTable::line)
                .list();
    }

    Set<Device> connected(Collection<String> uids, Instant now) {
        return handle
                .createQuery("""
                SELECT d.uid, d.device_id FROM hub_devices d LEFT JOIN hub_nodes n ON n.node = d.node
                WHERE d.uid = ANY(:uids) AND d.is_open AND (d.lease_until > :now OR n.vouched_until > :now)""")
                .bindArray("uids", String.class, uids)
                .bind("now", Moments.nanos(now))
                .map((rows, context) -> new Device(rows.getString(1), rows.getString(2)))
                .stream()
                .collect(Collectors.toSet());
    }

    void put(DeviceLine line, Instant now) {
        boolean known = bound(handle.createUpdate("""
                        UPDATE hub_devices SET start_no = :start, since_seq = :since, is_open = :open, node = :node,
                            lease_until = :lease, changed_at = :now
                        WHERE uid = :uid AND device_id = :device"""), line, now).execute() == 1;
        if (known) {
            return;
        }
        boolean first = bound(handle.createUpdate("""
                        INSERT INTO hub_devices
                            (uid, device_id, start_no, since_seq, is_open, node, lease_until, changed_at)
                        VALUES (:uid, :device, :start, :since, :open, :node, :lease, :now)
                        ON CONFLICT DO NOTHING"""), line, now).execute() == 1;
        if (!first) {
            throw new Conflict();
        }
    }

    /** Returns the lines whose lease runs or is over. */
    List<DeviceLine> leased() {
        return handle.createQuery(SELECT + "WHERE lease_until IS NOT NULL AND is_open AND node IS NULL")
                .map(DeviceTable::line)
                .list();
    }

    /** Returns the lines whose lease is over, without the lease; lines that others hold are left to them. */
    List<DeviceLine> takeLapsed(Instant now, int limit) {
        List<DeviceLine> lapsed = handle.createQuery(SELECT + """
                        WHERE lease_until <= :now AND is_open AND node IS NULL
                        ORDER BY lease_until, uid, device_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("now", Moments.nanos(now))
                .bind("limit", limit)
                .map(DeviceTable::line)
                .map(line -> new DeviceLine(line.device(), line.start(), line.since(), line.open(), null, null))
                .list();
        if (lapsed.isEmpty()) {
            return lapsed;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE hub_devices SET lease_until = NULL, changed_at = :now
                WHERE uid = :uid AND device_id = :device""")) {
            for (DeviceLine line : lapsed) {
                batch.bind("now", Moments.nanos(now))
                        .bind("uid", line.device().uid())
                        .bind("device", line.device().deviceId())
                        .add();
            }
            batch.execute();
        }
        return lapsed;
    }

    @Nullable
    Instant nextLapse() {
        return handle.createQuery("""
                SELECT lease_until FROM hub_devices WHERE lease_until IS NOT NULL AND is_open AND node IS NULL
                ORDER BY lease_until LIMIT 1""")
                .mapTo(Long.class)
                .findOne()
                .map(Moments::instant)
                .orElse(null);
    }

    /** Takes devices from nodes that are not known, be it that one died just when a device came to it. */
    void release(Instant leaseUntil) {
        String orphans = """
                UPDATE hub_devices SET node = NULL, lease_until = CASE WHEN is_open THEN :lease END
                WHERE node IS NOT NULL AND node NOT IN (SELECT node FROM hub_nodes)""";
        handle.createUpdate(orphans).bind("lease", Moments.nanos(leaseUntil)).execute();
    }

    /** Removes those that signed off or were lost before a time. */
    void prune(Instant before) {
        String gone = "DELETE FROM hub_devices WHERE node IS NULL AND lease_until IS NULL AND changed_at < :before";
        handle.createUpdate(gone).bind("before", Moments.nanos(before)).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, DeviceLine line, Instant now) {
        return statement
                .bind("uid", line.device().uid())
                .bind("device", line.device().deviceId())
                .bind("start", line.start())
                .bind("since", line.since())
                .bind("open", line.open())
                .bind("node", line.node())
                .bind("lease", Moments.nanosOrNull(line.leaseUntil()))
                .bind("now", Moments.nanos(now));
    }

    private static DeviceLine line(ResultSet rows, StatementContext context) throws SQLException {
        return new DeviceLine(
                new Device(rows.getString("uid"), rows.getString("device_id")),
                rows.getLong("start_no"),
                rows.getLong("since_seq"),
                rows.getBoolean("is_open"),
                rows.getString("node"),
                Moments.instantOrNull(rows.getObject("lease_until", Long.class)));
    }
}
