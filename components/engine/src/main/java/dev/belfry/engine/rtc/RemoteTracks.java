package dev.belfry.engine.rtc;

import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.session.RemoteTrack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a peer sends. A participant is heard and seen once: of several tracks of a kind the one that was added last
 * counts, as a browser adds a shared screen to its camera. Thread-safe.
 */
final class RemoteTracks {
    private final Map<MediaKind, List<RemoteTrack>> tracks = new EnumMap<>(MediaKind.class);

    /** Adds a track, which counts from now on. */
    synchronized void add(RemoteTrack track) {
        tracks.computeIfAbsent(track.kind(), kind -> new ArrayList<>()).add(track);
    }

    /** Takes a track away; returns the one that counts instead, null if nothing changes or none is left. */
    synchronized @Nullable RemoteTrack remove(RemoteTrack track) {
        boolean counted = counts(track);
        List<RemoteTrack> same = tracks.getOrDefault(track.kind(), new ArrayList<>());
        same.remove(track);
        return counted ? current(track.kind()) : null;
    }

    /** Returns whether a track is the one to be heard or seen. */
    synchronized boolean counts(RemoteTrack track) {
        return current(track.kind()) == track;
    }

    /** Returns the track to be heard or seen. */
    synchronized @Nullable RemoteTrack current(MediaKind kind) {
        List<RemoteTrack> same = tracks.get(kind);
        return same == null || same.isEmpty() ? null : same.get(same.size() - 1);
    }
}
