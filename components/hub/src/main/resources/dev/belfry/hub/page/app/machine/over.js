import {
  closed, closedUnlessStale, isGroup, isOngoing, isRinging, isStale, isTerminal, noticeForCaller, noticeForReceiver,
  ownReason, reasonOf, settled, stay, to,
} from './outcome.js';

const ending = (call, reason) => to({name: 'ending', call, reason}, {name: 'sendEnd'});

function cancelled(state, call) {
  const wanted = state.reason === 'cancelled';
  return settled(call, wanted ? reasonOf(noticeForCaller(call), call) : state.reason);
}

/** A cancel that lost against an accept becomes an end. */
function cancelFound(state, call) {
  if (isStale(state, call) || isRinging(call)) {
    return stay(state);
  }
  return isOngoing(call) ? ending(call, state.reason) : cancelled(state, call);
}

const declineReason = state => state.status === 'busy' ? 'busy' : 'declined';

/** The states in which the call is over for the user, while the hub's word on it is awaited. */
export const over = {
  /** Taken back, perhaps before the hub had answered the call itself. */
  cancelling: {
    hubAccepted: (state, {call}) => cancelFound(state, call),
    hubClosed: (state, {call}) => isTerminal(call) ? cancelled(state, call) : stay(state),
    lineRestored: state => stay(state, {name: 'sendReject', status: 'cancelled'}),
    initiateAnswered: (state, {call}) => {
      if (isRinging(call)) {
        return to({...state, call}, {name: 'sendReject', status: 'cancelled'});
      }
      return isOngoing(call) ? ending(call, state.reason) : cancelled(state, call);
    },
    initiateFailed: state => settled(state.call, state.reason),
    rejectAnswered: (state, {call}) => cancelFound(state, call),
    rejectFailed: (state, {error}) => {
      if (error.isLineDown) {
        return stay(state);
      }
      if (error.code === 'ERR_CALL_SESSION_NOT_FOUND') {
        // Either the hub will stop the call when it comes, or there is none.
        const awaited = state.call === null && state.reason === 'cancelled';
        return awaited ? stay(state) : settled(state.call, state.reason);
      }
      return stay(state, {name: 'refresh'});
    },
    refreshed: (state, {call}) => cancelFound(state, call),
    refreshFailed: (state, {error}) => error.isLineDown ? stay(state) : settled(state.call, state.reason),
  },

  /** Hung up before the hub answered the accept: its answer decides whether there is a call to end. */
  hangingUp: {
    hubClosed: (state, {notice, call}) => isTerminal(call) || notice === 'answeredElsewhere'
      ? settled(call, state.reason)
      : stay(state),
    // Whose accept was first is not known: the hub knows, and answers a second one as it did the first.
    lineRestored: state => stay(state, {name: 'sendAccept'}),
    acceptAnswered: (state, {call}) => isOngoing(call) ? ending(call, state.reason) : settled(call, state.reason),
    acceptFailed: (state, {error}) => error.isLineDown ? stay(state) : settled(state.call, state.reason),
  },

  /** Declined or busy; a late decline does nothing. */
  declining: {
    hubClosed: (state, {notice, call}) =>
      settled(call, isTerminal(call) ? reasonOf(notice, call) : declineReason(state)),
    lineRestored: state => stay(state, {name: 'sendReject', status: state.status}),
    rejectAnswered: (state, {call}) => settled(call,
        isOngoing(call) && !isGroup(call) ? 'answeredElsewhere' : declineReason(state)),
    rejectFailed: (state, {error}) => error.isLineDown ? stay(state) : settled(state.call, declineReason(state)),
  },

  /** Ended by this device; the hub gives everyone who ends it the same record. */
  ending: {
    hubClosed: (state, {call}) => isTerminal(call) ? settled(call, ownReason(state.reason, call)) : stay(state),
    lineRestored: state => stay(state, {name: 'sendEnd'}),
    endAnswered: (state, {call}) => settled(call, ownReason(state.reason, call)),
    endFailed: (state, {error}) => error.isLineDown ? stay(state) : settled(state.call, state.reason),
  },

  /** Silent, since its time is over. */
  rangOut: {
    hubAccepted: (state, {call}) => state.outgoing && !isStale(state, call) ? ending(call, 'unanswered') : stay(state),
    hubClosed: closedUnlessStale,
    lineRestored: state => stay(state, {name: 'refresh'}),
    refreshed: (state, {call}) => {
      if (isStale(state, call) || isRinging(call)) {
        return stay(state);
      }
      if (isOngoing(call)) {
        // Accepted at the last moment, but nobody waits for it here any more.
        return state.outgoing ? ending(call, 'unanswered') : closed('answeredElsewhere', call);
      }
      return closed(state.outgoing ? noticeForCaller(call) : noticeForReceiver(call), call);
    },
    refreshFailed: (state, {error}) => error.isGone
      ? closed(state.outgoing ? 'rejected' : 'cancelled', state.call)
      : stay(state),
  },

  /** No event changes this any more. */
  ended: {},
};
