package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;

/** What the end of a call means to the one who hears of it. */
final class Closing {
    private Closing() {}

    /** Returns what listeners of the caller's device are told of a call that was found over. */
    static CallNotice noticeForCaller(Call call) {
        return switch (call.status()) {
            case REJECTED, BUSY, UNANSWERED -> CallNotice.REJECTED;
            default -> CallNotice.ENDED;
        };
    }

    /** Returns what listeners of a receiver's device are told of a call that was found over. */
    static CallNotice noticeForReceiver(Call call) {
        return switch (call.status()) {
            case CANCELLED, UNANSWERED -> CallNotice.CANCELLED;
            case REJECTED, BUSY -> CallNotice.ANSWERED_ELSEWHERE;
            default -> CallNotice.ENDED;
        };
    }

    /** Returns why a call is over for a device that is told so. */
    static EndReason reason(CallNotice notice, Call call) {
        if (notice == CallNotice.ANSWERED_ELSEWHERE) {
            return EndReason.ANSWERED_ELSEWHERE;
        }
        EndReason told = call.endReason();
        return told != null ? told : usual(call.status());
    }

    /** Returns why a call is over that this device ended for a reason of its own. */
    static EndReason reason(EndReason own, Call call) {
        EndReason told = call.endReason();
        return told == null || own != EndReason.HANG_UP ? own : told;
    }

    private static EndReason usual(CallStatus status) {
        return switch (status) {
            case REJECTED -> EndReason.DECLINED;
            case CANCELLED -> EndReason.CANCELLED;
            case BUSY -> EndReason.BUSY;
            case UNANSWERED -> EndReason.UNANSWERED;
            case ENDED -> EndReason.HANG_UP;
            // The hub forgot it.
            case INITIATED, ONGOING -> EndReason.CONNECTION_LOST;
        };
    }
}
