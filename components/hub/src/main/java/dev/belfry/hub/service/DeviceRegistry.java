package dev.belfry.hub.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which devices are connected, and when each was last heard of. Thread-safe; calls nobody while locked. */
final class DeviceRegistry {
    private final Duration grace;
    private final Map<String, Map<String, Line>> lines = new HashMap<>();

    /** A device counts as connected for {@code grace} after it was last heard of. */
    DeviceRegistry(Duration grace) {
        this.grace = grace;
    }

    /** What became of a greeting. */
    enum Greeting {
        /** The device was not known, or had signed off. */
        FIRST,
        /** The same start of the device greeted before. */
        AGAIN,
        /** The device started anew without having signed off. */
        RESTARTED,
        /** An earlier start of the device, which is gone. */
        OUTDATED
    }

    synchronized Greeting greet(Device device, long start, long head, Instant now) {
        Map<String, Line> devices = lines.computeIfAbsent(device.uid(), any -> new HashMap<>());
        Line line = devices.get(device.deviceId());
        if (line != null && line.start > start) {
            return Greeting.OUTDATED;
        }
        if (line != null && line.start == start) {
            line.heard = now;
            return Greeting.AGAIN;
        }
        devices.put(device.deviceId(), new Line(start, head, now));
        return line == null || !line.open ? Greeting.FIRST : Greeting.RESTARTED;
    }

    /** The number of the user's latest event when the device greeted. */
    synchronized long since(Device device) {
        Line line = line(device);
        return line == null ? 0 : line.since;
    }

    synchronized void hear(Device device, Instant now) {
        Line line = line(device);
        if (line != null && line.open) {
            line.heard = now;
        }
    }

    /** Takes a device off; returns whether this start of it was on. */
    synchronized boolean close(Device device, long start) {
        Line line = line(device);
        if (line == null || line.start != start || !line.open) {
            return false;
        }
        line.open = false;
        return true;
    }

    synchronized Set<String> connected(String uid, Instant now) {
        return lines.getOrDefault(uid, Map.of()).entrySet().stream()
                .filter(entry -> !left(entry.getValue(), now).isZero())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How long the device still counts as connected if it stays silent; zero if it does not. */
    synchronized Duration left(Device device, Instant now) {
        Line line = line(device);
        return line == null ? Duration.ZERO : left(line, now);
    }

    private Duration left(Line line, Instant now) {
        Duration left = Duration.between(now, line.heard.plus(grace));
        return !line.open || left.isNegative() ? Duration.ZERO : left;
    }

    private @Nullable Line line(Device device) {
        return lines.getOrDefault(device.uid(), Map.of()).get(device.deviceId());
    }

    private static final class Line {
        private final long start;
        private final long since;
        private Instant heard;
        private boolean open = true;

        Line(long start, long since, Instant heard) {
            this.start = start;
            this.since = since;
            this.heard = heard;
        }
    }
}
