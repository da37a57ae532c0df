import {closedSession, isOngoing, isStale, isTerminal, stay, to} from './outcome.js';

const CLOSE = {name: 'closeSession'};
const REFRESH = {name: 'refresh'};
const END = {name: 'sendEnd'};

const report = error => ({name: 'report', error});

const ending = (state, reason) => to({name: 'ending', call: state.call, reason}, END, CLOSE);

const end = state => ending(state, 'hangUp');


function updated(state, call) {
  const newer = !isStale(state, call) && isOngoing(call) && call.version > state.call.version;
  return newer ? to({...state, call}) : stay(state);
}

const found = (state, notice, call) => isTerminal(call) ? closedSession(notice, call) : updated(state, call);

/** What is the same whether media has arrived or is on its way. */
const session = {
  cancel: end, // lost against the accept
  hangUp: end,
  hubAccepted: (state, {call}) => updated(state, call),
  hubClosed: (state, {notice, call}) => isStale(state, call) ? stay(state) : found(state, notice, call),
  refreshed: (state, {call}) => found(state, 'ended', call),
  refreshFailed: (state, {error}) => error.isGone ? closedSession('ended', state.call) : stay(state),
  mediaError: (state, {error}) => stay(state, report(error)),
  mediaFailed: (state, {error}) => to(
      {name: 'ending', call: state.call, reason: 'connectionLost'}, report(error), END, CLOSE),
  idleTimeOver: state => ending(state, 'idleTimeout'),
};

/** The states of an accepted call. */
export const talking = {
  /** Media is on its way. */
  connecting: {
    ...session,
    lineRestored: state => stay(state, REFRESH, {name: 'startSession'}),
    mediaConnected: (state, {at}) => to({name: 'ongoing', call: state.call, connectedAt: at, mediaLost: false}),
    joinFailed: (state, {error}) => {
      if (error.isLineDown) {
        return stay(state, report(error));
      }
      // If it is gone, the hub's word on how it ended is still on its way, or lost.
      return error.isGone
        ? stay(state, REFRESH)
        : to({name: 'ending', call: state.call, reason: 'joinFailed'}, report(error), END, CLOSE);
    },
  },

  /** Talking, since media first arrived. */
  ongoing: {
    ...session,
    lineRestored: state => stay(state, REFRESH),
    mediaLost: state => to({...state, mediaLost: true}),
    mediaRestored: state => to({...state, mediaLost: false}),
  },
};
