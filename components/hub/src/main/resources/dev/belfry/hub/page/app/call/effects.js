import {HubError} from '../wire/hub-error.js';
import {Session} from './session.js';

/** How much longer than it may ring a call rings when the hub says nothing. */
const GRACE_MILLIS = 3_000;

/** Asks the hub; its answer, or that there is none, is an event of the call. */
async function ask(dispatch, name, answer) {
  let event;
  try {
    event = {name: `${name}Answered`, call: await answer};
  } catch (error) {
    const refusal = error instanceof HubError ? error : new HubError('ERR_BAD_REQUEST');
    event = {name: `${name}Failed`, error: refusal};
  }
  if (name === 'refresh') {
    event.name = event.call ? 'refreshed' : 'refreshFailed';
  }
  dispatch(event);
}

function sessionOf(entry, {hub, media, dispatch, onChange}) {
  if (!entry.session || entry.session.isClosed) {
    entry.session = new Session({
      hub,
      media,
      sessionId: () => entry.id,
      callerUid: () => entry.state.call.callInitiator.uid,
      audio: entry.audio,
      video: entry.video,
      dispatch,
      onChange,
    });
  }
  return entry.session;
}

const EFFECTS = {
  sendInitiate: ({request}, entry, {hub, dispatch}) => ask(dispatch, 'initiate', hub.initiate(entry.id, request)),
  sendAccept: (effect, entry, {hub, dispatch}) => ask(dispatch, 'accept', hub.accept(entry.id)),
  sendReject: ({status}, entry, {hub, dispatch}) => ask(dispatch, 'reject', hub.reject(entry.id, status)),
  sendEnd: (effect, entry, {hub, dispatch}) => ask(dispatch, 'end', hub.end(entry.id)),
  refresh: (effect, entry, {hub, dispatch}) => ask(dispatch, 'refresh', hub.call(entry.id)),

  /** That this device rings is a courtesy to the caller: nothing depends on it. */
  sendRinging: (effect, entry, {hub}) => hub.ringing(entry.id).catch(error => console.warn('not told of ringing', error)),

  openMedia: (effect, entry, parts) => sessionOf(entry, parts).open(),
  startSession: (effect, entry, parts) => sessionOf(entry, parts).start(),
  closeSession: (effect, entry) => entry.session?.close(),

  startRingTimer: ({millis}, entry, {dispatch}) => {
    clearTimeout(entry.ringTimer);
    entry.ringTimer = setTimeout(() => dispatch({name: 'ringTimeOver'}), millis + GRACE_MILLIS);
  },
  stopRingTimer: (effect, entry) => clearTimeout(entry.ringTimer),
  report: ({error}, entry) => {
    entry.problem = error;
  },
};

/** Does one effect of a call's machine. */
export function runEffect(effect, entry, parts) {
  EFFECTS[effect.name](effect, entry, parts);
}
