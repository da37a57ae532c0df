package dev.belfry.hub.service;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The devices and nodes of an {@link InMemoryHubStore}, under its lock. */
final class MemoryDevices {
    private final Map<String, Map<String, DeviceLine>> lines = new HashMap<>();
    private final Map<Device, Instant> learned = new HashMap<>();
    private final NavigableMap<Lapse, DeviceLine> lapses = new TreeMap<>();
    private final Map<String, Instant> nodes = new HashMap<>();

    private record Lapse(Instant at, Device device) implements Comparable<Lapse> {
        private static final Comparator<Lapse> ORDER = Comparator.comparing(Lapse::at)
                .thenComparing(lapse -> lapse.device.uid())
                .thenComparing(lapse -> lapse.device.deviceId());

        @Override
        public int compareTo(Lapse other) {
            return ORDER.compare(this, other);
        }
    }

    Optional<DeviceLine> find(Device device) {
        return Optional.ofNullable(lines.getOrDefault(device.uid(), Map.of()).get(device.deviceId()));
    }

    List<DeviceLine> of(String uid) {
        return List.copyOf(lines.getOrDefault(uid, Map.of()).values());
    }

    Set<Device> connected(Collection<String> uids, Instant now) {
        return uids.stream()
                .flatMap(uid -> lines.getOrDefault(uid, Map.of()).values().stream())
                .filter(line -> isConnected(line, now))
                .map(DeviceLine::device)
                .collect(Collectors.toSet());
    }

    private boolean isConnected(DeviceLine line, Instant now) {
        Instant until = line.node() == null ? line.leaseUntil() : nodes.get(line.node());
        return line.open() && until != null && until.isAfter(now);
    }

    void put(DeviceLine line, Instant now) {
        learned.put(line.device(), now);
        put(line);
    }

    private void put(DeviceLine line) {
        Device device = line.device();
        DeviceLine before =
                lines.computeIfAbsent(device.uid(), any -> new HashMap<>()).put(device.deviceId(), line);
        if (before != null && before.leaseUntil() != null) {
            lapses.remove(new Lapse(before.leaseUntil(), device));
        }
        if (line.leaseUntil() != null) {
            lapses.put(new Lapse(line.leaseUntil(), device), line);
        }
    }

    List<DeviceLine> leased() {
        return List.copyOf(lapses.values());
    }

    List<DeviceLine> lapsed(Instant now, int limit) {
        return lapses.entrySet().stream()
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Nullable
    Instant nextLapse() {
        return lapses.isEmpty() ? null : lapses.firstKey().at();
    }

    boolean knows(String node) {
        return nodes.containsKey(node);
    }

    void vouch(String node, Instant until) {
        nodes.put(node, until);
    }

    Set<String> dead(Instant now) {
        return nodes.entrySet().stream()
                .filter(node -> !node.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    void release(Set<String> dead, Instant leaseUntil) {
        nodes.keySet().removeAll(dead);
        lines.values().stream()
                .flatMap(devices -> List.copyOf(devices.values()).stream())
                .filter(line -> line.node() != null && !nodes.containsKey(line.node()))
                .toList()
                .forEach(line -> put(line.leased(leaseUntil)));
    }

    void prune(Instant before) {
        lines.values().stream()
                .flatMap(devices -> List.copyOf(devices.values()).stream())
                .filter(line -> line.node() == null && line.leaseUntil() == null)
                .map(DeviceLine::device)
                .filter(device -> learned.getOrDefault(device, before).isBefore(before))
                .toList()
                .forEach(this::forget);
        lines.values().removeIf(Map::isEmpty);
    }

    private void forget(Device device) {
        learned.remove(device);
        lines.getOrDefault(device.uid(), new HashMap<>()).remove(device.deviceId());
    }
}
