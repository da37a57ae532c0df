/** What the handlers of all states share: the ways to stay, to go on and to be over. */

const TERMINAL = new Set(['rejected', 'cancelled', 'busy', 'unanswered', 'ended']);

const USUAL_REASON = {
  rejected: 'declined',
  cancelled: 'cancelled',
  busy: 'busy',
  unanswered: 'unanswered',
  ended: 'hangUp',
};

export const to = (state, ...effects) => ({state, effects});

export const stay = (state, ...effects) => ({state, effects});

export const isTerminal = call => TERMINAL.has(call.status);

export const isRinging = call => call.status === 'initiated';

export const isOngoing = call => call.status === 'ongoing';

export const isGroup = call => call.receiverType === 'group';

/** Returns whether a message tells of an older state than the one known; different calls are never compared. */
export const isStale = (state, call) =>
  state.call !== null && state.call.sessionId === call.sessionId && call.version < state.call.version;

/** Returns whether a call is over for this device; in a group, one member's decline is not the end of it. */
export const isClosing = event => event.notice !== 'rejected' || isTerminal(event.call);

/** Returns why a call is over for a device that is told so. */
export function reasonOf(notice, call) {
  // What the hub has forgotten is still `initiated` or `ongoing` here.
  return notice === 'answeredElsewhere' ? notice : call.endReason ?? USUAL_REASON[call.status] ?? 'connectionLost';
}

/** Returns why a call is over that this device ended for a reason of its own. */
export const ownReason = (own, call) => own === 'hangUp' ? call.endReason ?? own : own;

/** Returns what a caller's device is told of a call that was found over. */
export const noticeForCaller = call =>
  ['rejected', 'busy', 'unanswered'].includes(call.status) ? 'rejected' : 'ended';

/** Returns what a receiver's device is told of a call that was found over. */
export function noticeForReceiver(call) {
  switch (call.status) {
    case 'cancelled': case 'unanswered': return 'cancelled';
    case 'rejected': case 'busy': return 'answeredElsewhere';
    default: return 'ended';
  }
}

export const ended = (call, reason, byLocal, error = null) => ({name: 'ended', call, reason, byLocal, error});

/** Over, told by the hub. */
export const closed = (notice, call) =>
  to(ended(call, reasonOf(notice, call), false), {name: 'stopRingTimer'}, {name: 'closeSession'});

/** Over after it was accepted, told by the hub. */
export const closedSession = (notice, call) => to(ended(call, reasonOf(notice, call), false), {name: 'closeSession'});

/** Over for the user, who wanted it so or was told already. */
export const settled = (call, reason) => to(ended(call, reason, true));

export function closedUnlessStale(state, event) {
  return isStale(state, event.call) || !isClosing(event) ? stay(state) : closed(event.notice, event.call);
}
