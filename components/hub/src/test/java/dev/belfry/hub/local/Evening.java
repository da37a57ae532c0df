package dev.belfry.hub.local;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallController.WaitingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What two to four devices do on one random evening: their users call, accept, decline, cancel, hang up and click twice,
 * devices lose the line and crash. All that is drawn follows from the seed. Confined to one thread at a time.
 */
public abstract class Evening {
    private static final List<String> LAYOUTS = List.of("ab", "abb", "aabb", "abc", "abbc");
    private static final List<String> PEOPLE = List.of("a", "b", "c");

    protected final SplittableRandom random;
    protected final Set<String> sessions = new LinkedHashSet<>();
    protected final List<Handset> handsets = new ArrayList<>();
    private final String suffix;
    private final Set<String> crashed = new HashSet<>();

    /**
     * Creates an evening on which nobody is there yet.
     *
     * @param suffix what the ids of its users and group end with
     */
    protected Evening(long seed, String suffix) {
        random = new SplittableRandom(seed);
        this.suffix = suffix;
    }

    /** Makes a device and connects it. */
    protected abstract Handset make(String uid, String deviceId, WaitingPolicy policy);

    /** Takes the line from a device. */
    protected abstract void cut(Handset handset);

    /** Gives it back. */
    protected abstract void heal(Handset handset);

    /** Something happens to a device's line. */
    protected void disturb(Handset handset) {
        cut(handset);
    }

    /** Returns the uids of those who may be there, the group's members. */
    protected final List<String> people() {
        return PEOPLE.stream().map(letter -> letter + suffix).toList();
    }

    /** Returns the guid of the group. */
    protected final String group() {
        return "team" + suffix;
    }

    /** The devices come. */
    protected final void arrive() {
        String layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        for (int i = 0; i < layout.length(); i++) {
            WaitingPolicy policy = random.nextInt(4) == 0 ? WaitingPolicy.BUSY : WaitingPolicy.CALL_WAITING;
            handsets.add(make(layout.charAt(i) + suffix, "d" + i, policy));
        }
    }

    /** Returns the id of a call to be made. */
    protected final String newSession() {
        String id = "s" + Long.toHexString(random.nextLong());
        sessions.add(id);
        return id;
    }

    /** One thing happens. */
    protected final void step() {
        Handset handset = handsets.get(random.nextInt(handsets.size()));
        if (!lives(handset)) {
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> disturb(handset);
            case 1 -> heal(handset);
            case 2 -> crash(handset);
            default -> act(handset, random.nextInt(5) == 0 ? 2 : 1);
        }
    }

    /** Returns how long nothing happens then. */
    protected final Duration pause() {
        boolean pause = random.nextInt(3) > 0;
        return pause ? Duration.ofMillis(random.nextInt(random.nextBoolean() ? 500 : 12_000)) : Duration.ZERO;
    }

    /** Returns the devices that did not crash. */
    protected final List<Handset> survivors() {
        return handsets.stream().filter(this::lives).toList();
    }

    private void crash(Handset handset) {
        if (random.nextInt(4) == 0) {
            cut(handset);
            crashed.add(handset.address);
        }
    }

    private boolean lives(Handset handset) {
        return !crashed.contains(handset.address);
    }

    private void act(Handset handset, int clicks) {
        String session = handset.now().sessionId();
        for (int i = 0; i < clicks; i++) {
            switch (handset.phase()) {
                case IDLE, ENDED ->
                    handset.call(request(handset.line.localUser().uid()));
                case INCOMING -> answer(handset, session);
                case DIALING, OUTGOING -> {
                    if (random.nextBoolean() && session != null) {
                        handset.reject(session, CallStatus.CANCELLED);
                    }
                }
                case CONNECTING, ONGOING -> {
                    if (random.nextInt(3) == 0 && session != null) {
                        handset.end(session);
                    } else if (!handset.now().waiting().isEmpty()) {
                        answer(handset, handset.now().waiting().get(0).sessionId());
                    }
                }
            }
        }
    }

    private void answer(Handset handset, @Nullable String session) {
        if (session == null || random.nextInt(4) == 0) {
            return;
        }
        if (random.nextInt(3) > 0) {
            handset.accept(session);
        } else {
            handset.reject(session, CallStatus.REJECTED);
        }
    }

    private CallRequest request(String uid) {
        if (random.nextInt(6) == 0) {
            return CallRequest.group(group(), CallType.AUDIO).withTimeout(Duration.ofSeconds(20));
        }
        List<String> others =
                people().stream().filter(other -> !other.equals(uid)).toList();
        return CallRequest.audio(others.get(random.nextInt(2))).withTimeout(Duration.ofSeconds(random.nextInt(5, 46)));
    }
}
