package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.machine.CallEvent;

/** The commands about a call, each with what its answer and its failure mean to the machine. */
enum Command {
    INITIATE,
    ACCEPT,
    REJECT,
    END,
    REFRESH;

    CallEvent answered(Call call) {
        return switch (this) {
            case INITIATE -> new CallEvent.InitiateAnswered(call);
            case ACCEPT -> new CallEvent.AcceptAnswered(call);
            case REJECT -> new CallEvent.RejectAnswered(call);
            case END -> new CallEvent.EndAnswered(call);
            case REFRESH -> new CallEvent.Refreshed(call);
        };
    }

    CallEvent failed(CallException error) {
        return switch (this) {
            case INITIATE -> new CallEvent.InitiateFailed(error);
            case ACCEPT -> new CallEvent.AcceptFailed(error);
            case REJECT -> new CallEvent.RejectFailed(error);
            case END -> new CallEvent.EndFailed(error);
            case REFRESH -> new CallEvent.RefreshFailed(error);
        };
    }
}
