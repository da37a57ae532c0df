package dev.belfry.testkit;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallListener;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.control.CallStateListener;
import java.util.ArrayList;
import java.util.List;

/** Writes down every event of a controller, in order and in a few words. Thread-safe. */
public final class RecordingListener implements CallListener, SessionListener, CallStateListener {
    private final List<String> events = new ArrayList<>();

    /** Registers this as a listener of all three kinds. */
    public RecordingListener listenTo(CallController controller) {
        controller.addStateListener("recording", this);
        controller.addCallListener("recording", this);
        controller.addSessionListener("recording", this);
        return this;
    }

    /** Returns what was heard so far, as {@code state INCOMING}, {@code incoming s1}, {@code userJoined bob}. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Returns what was heard of calls and sessions, without the states. */
    public synchronized List<String> eventsButStates() {
        return events.stream().filter(event -> !event.startsWith("state ")).toList();
    }

    /** Forgets what was heard so far. */
    public synchronized void clear() {
        events.clear();
    }

    @Override
    public void onStateChanged(CallSnapshot snapshot) {
        add("state " + snapshot.phase());
    }

    @Override
    public void onIncomingCallReceived(Call call) {
        add("incoming " + call.sessionId());
    }

    @Override
    public void onOutgoingCallAccepted(Call call) {
        add("accepted " + call.sessionId());
    }

    @Override
    public void onOutgoingCallRejected(Call call) {
        add("rejected " + call.sessionId() + " " + call.status());
    }

    @Override
    public void onIncomingCallCancelled(Call call) {
        add("cancelled " + call.sessionId() + " " + call.status());
    }

    @Override
    public void onCallEndedMessageReceived(Call call) {
        add("ended " + call.sessionId());
    }

    @Override
    public void onCallAnsweredElsewhere(Call call) {
        add("answeredElsewhere " + call.sessionId());
    }

    @Override
    public void onRemoteRinging(Call call) {
        add("remoteRinging " + call.sessionId());
    }

    @Override
    public void onConnectionStateChanged(ConnectionState state) {
        add("connection " + state);
    }

    @Override
    public void onUserJoined(Participant participant) {
        add("userJoined " + participant.uid());
    }

    @Override
    public void onUserLeft(Participant participant) {
        add("userLeft " + participant.uid());
    }

    @Override
    public void onUserListUpdated(List<Participant> participants) {
        add("users " + participants.stream().map(Participant::uid).toList());
    }

    @Override
    public void onCallEnded() {
        add("callEnded");
    }

    @Override
    public void onCallEndButtonPressed() {
        add("endButton");
    }

    @Override
    public void onSessionTimeout() {
        add("sessionTimeout");
    }

    @Override
    public void onUserMuted(Participant participant) {
        add("muted " + participant.uid() + " audio=" + !participant.isAudioMuted() + " video="
                + !participant.isVideoMuted());
    }

    @Override
    public void onScreenShareStarted(Participant participant) {
        add("screenShareStarted " + participant.uid());
    }

    @Override
    public void onScreenShareStopped(Participant participant) {
        add("screenShareStopped " + participant.uid());
    }

    @Override
    public void onConnectionLost() {
        add("connectionLost");
    }

    @Override
    public void onConnectionRestored() {
        add("connectionRestored");
    }

    @Override
    public void onConnectionClosed() {
        add("connectionClosed");
    }

    @Override
    public void onDominantSpeakerChanged(Participant participant) {
        add("speaks " + participant.uid());
    }

    @Override
    public void onAudioLevelChanged(Participant participant, double level) {
        add("level " + participant.uid() + " " + level);
    }

    @Override
    public void onCallSwitchedToVideo(Participant participant) {
        add("switchedToVideo " + participant.uid());
    }

    @Override
    public void onMediaDeviceListUpdated() {
        add("devices");
    }

    @Override
    public void onError(CallException error) {
        add("error " + error.code());
    }

    private synchronized void add(String event) {
        events.add(event);
    }
}
