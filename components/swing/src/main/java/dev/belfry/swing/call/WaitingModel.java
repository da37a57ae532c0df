package dev.belfry.swing.call;

import dev.belfry.call.Call;
import dev.belfry.call.CallType;

/**
 * Another call that waits while one goes on, as shown.
 *
 * @param sessionId that call's id
 * @param callerId the caller's uid
 * @param callerName the caller's name
 * @param type what that call carries
 * @since 0.1
 */
public record WaitingModel(String sessionId, String callerId, String callerName, CallType type) {
    static WaitingModel of(Call call) {
        return new WaitingModel(
                call.sessionId(),
                call.callInitiator().uid(),
                call.callInitiator().name(),
                call.type());
    }
}
