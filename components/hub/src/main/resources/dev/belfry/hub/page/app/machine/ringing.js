import {
  closed, closedUnlessStale, ended, isGroup, isOngoing, isRinging, isStale, isTerminal, noticeForCaller,
  noticeForReceiver, reasonOf, stay, to,
} from './outcome.js';

const STOP_RINGING = {name: 'stopRingTimer'};
const CLOSE = {name: 'closeSession'};
const REFRESH = {name: 'refresh'};

const reject = status => ({name: 'sendReject', status});
const report = error => ({name: 'report', error});

const accepted = call => to({name: 'connecting', call}, STOP_RINGING, {name: 'startSession'});
const incoming = call => ({name: 'incoming', call});
const outgoing = (call, remoteRinging) => ({name: 'outgoing', call, remoteRinging});

const cancel = state =>
  to({name: 'cancelling', call: state.call, reason: 'cancelled'}, reject('cancelled'), STOP_RINGING, CLOSE);

/** The hub does not answer, but may have the call all the same: the cancel finds it, or leaves a mark that stops it. */
const giveUp = (...effects) =>
  to({name: 'cancelling', call: null, reason: 'connectionLost'}, ...effects, reject('cancelled'), STOP_RINGING, CLOSE);

const decline = state =>
  to({name: 'declining', call: state.call, status: 'rejected'}, reject('rejected'), STOP_RINGING, CLOSE);

/** A hang-up while the accept is on its way waits for its answer. */
const hangUp = (state, reason = 'hangUp') => to({name: 'hangingUp', call: state.call, reason}, STOP_RINGING, CLOSE);

/** It rings still: the refusal of the accept had another reason, and the user may try again. */
const ringAgain = (call, error) => to(incoming(call), report(error), CLOSE);

const rangOut = (state, byCaller) => to({name: 'rangOut', call: state.call, outgoing: byCaller}, CLOSE);

function outgoingFound(state, call) {
  if (isStale(state, call)) {
    return stay(state);
  }
  if (isRinging(call)) {
    return to(outgoing(call, state.remoteRinging));
  }
  return isOngoing(call) ? accepted(call) : closed(noticeForCaller(call), call);
}

function incomingFound(state, call) {
  if (isStale(state, call)) {
    return stay(state);
  }
  if (isTerminal(call)) {
    return closed(noticeForReceiver(call), call);
  }
  return isOngoing(call) && !isGroup(call) ? closed('answeredElsewhere', call) : to({...state, call});
}

/** The states before a call is accepted: for each, what an event does; one that is not named does nothing. */
export const ringing = {
  /** Nothing has happened yet. */
  fresh: {
    dial: (state, {request}) => to(
        {name: 'dialing', call: null},
        {name: 'sendInitiate', request},
        {name: 'startRingTimer', millis: request.timeout * 1000},
        {name: 'openMedia'}),
    hubIncoming: (state, {call, ringTimeLeft, answerBusy}) => {
      if (isTerminal(call) || ringTimeLeft <= 0) {
        // Met after sleep or a lost line: it is in the log and does not ring.
        return to(ended(call, 'unanswered', false));
      }
      if (answerBusy) {
        return isGroup(call)
          ? to(ended(call, 'busy', true)) // never told to a group; it goes on ringing elsewhere
          : to({name: 'declining', call, status: 'busy'}, reject('busy'));
      }
      return to(incoming(call), {name: 'sendRinging'}, {name: 'startRingTimer', millis: ringTimeLeft});
    },
    hubClosed: (state, {notice, call}) => to(ended(call, reasonOf(notice, call), false)),
  },

  /** The call is on its way to the hub. A hang-up is latched: its cancel goes out at once, and again if the call got through. */
  dialing: {
    cancel,
    hangUp: cancel,
    hubAccepted: (state, {call}) => accepted(call),
    hubClosed: closedUnlessStale,
    hubRemoteRinging: (state, {call}) => to(outgoing(call, true)),
    initiateAnswered: (state, {call}) => {
      if (isRinging(call)) {
        return to(outgoing(call, false));
      }
      // Ongoing at once: both called each other, and the hub made one call of the two. Nobody rings.
      return isOngoing(call) ? accepted(call) : closed(noticeForCaller(call), call);
    },
    initiateFailed: (state, {error}) => error.isLineDown
      ? giveUp(report(error))
      : to(ended(null, null, false, error), report(error), STOP_RINGING, CLOSE),
    mediaError: (state, {error}) => stay(state, report(error)),
    ringTimeOver: () => giveUp(),
  },

  /** The hub rings the other side. */
  outgoing: {
    cancel,
    hangUp: cancel,
    hubAccepted: (state, {call}) => isStale(state, call) ? stay(state) : accepted(call),
    hubClosed: (state, {notice, call}) => {
      if (isStale(state, call)) {
        return stay(state);
      }
      return isTerminal(call) ? closed(notice, call) : to(outgoing(call, state.remoteRinging));
    },
    hubRemoteRinging: (state, {call}) => state.remoteRinging
      ? stay(state)
      : to(outgoing(isStale(state, call) ? state.call : call, true)),
    lineRestored: state => stay(state, REFRESH),
    initiateAnswered: (state, {call}) => outgoingFound(state, call),
    refreshed: (state, {call}) => outgoingFound(state, call),
    refreshFailed: (state, {error}) => error.isGone ? closed('ended', state.call) : stay(state),
    mediaError: (state, {error}) => stay(state, report(error)),
    ringTimeOver: state => rangOut(state, true),
  },

  /** This device rings. */
  incoming: {
    accept: state => to({name: 'accepting', call: state.call}, {name: 'sendAccept'}, {name: 'openMedia'}),
    decline,
    hangUp: decline,
    hubIncoming: (state, {call, ringTimeLeft}) => {
      if (isStale(state, call)) {
        return stay(state);
      }
      // Told again after a lost line, with the time that is left.
      return isTerminal(call)
        ? closed(noticeForReceiver(call), call)
        : to(incoming(call), {name: 'startRingTimer', millis: ringTimeLeft});
    },
    hubClosed: closedUnlessStale,
    lineRestored: state => stay(state, REFRESH),
    refreshed: (state, {call}) => incomingFound(state, call),
    refreshFailed: (state, {error}) => error.isGone ? closed('cancelled', state.call) : stay(state),
    ringTimeOver: state => rangOut(state, false),
  },

  /** The accept is on its way. */
  accepting: {
    decline: state => hangUp(state),
    hangUp: state => hangUp(state),
    hubClosed: closedUnlessStale,
    lineRestored: state => stay(state, {name: 'sendAccept'}),
    acceptAnswered: (state, {call}) => {
      if (isOngoing(call)) {
        return accepted(call);
      }
      return isTerminal(call) ? closed(noticeForReceiver(call), call) : stay(state);
    },
    acceptFailed: (state, {error}) => error.isLineDown
      ? stay(state, report(error))
      : to({name: 'acceptLost', call: state.call, error}, REFRESH),
    refreshed: (state, {call}) => isTerminal(call) ? closed(noticeForReceiver(call), call) : stay(state),
    mediaError: (state, {error}) => stay(state, report(error)),
    ringTimeOver: state => hangUp(state, 'connectionLost'),
  },

  /** The hub refused the accept; how the call stands decides what the user is told. */
  acceptLost: {
    decline,
    hangUp: decline,
    hubClosed: closedUnlessStale,
    lineRestored: state => stay(state, REFRESH),
    refreshed: (state, {call}) => {
      if (isStale(state, call)) {
        return stay(state);
      }
      if (isTerminal(call)) {
        return closed(noticeForReceiver(call), call);
      }
      return isOngoing(call) ? closed('answeredElsewhere', call) : ringAgain(call, state.error);
    },
    refreshFailed: (state, {error}) => {
      if (error.isLineDown) {
        return stay(state);
      }
      return error.isGone ? closed('cancelled', state.call) : ringAgain(state.call, error);
    },
    mediaError: (state, {error}) => stay(state, report(error)),
    ringTimeOver: state => rangOut(state, false),
  },
};
