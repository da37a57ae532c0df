/** What is shown of a call's state: which view, and why a call is over that the hub has still to confirm. */
const SHOWN = {
  fresh: () => ({phase: 'home'}),
  dialing: () => ({phase: 'outgoing'}),
  outgoing: () => ({phase: 'outgoing'}),
  incoming: () => ({phase: 'incoming'}),
  acceptLost: () => ({phase: 'incoming'}),
  accepting: () => ({phase: 'talking'}),
  connecting: () => ({phase: 'talking'}),
  ongoing: () => ({phase: 'talking'}),
  cancelling: state => over(state.reason, true),
  hangingUp: state => over(state.reason, true),
  declining: state => over(state.status === 'busy' ? 'busy' : 'declined', true),
  ending: state => over(state.reason, true),
  rangOut: () => over('unanswered', false),
  ended: state => over(state.reason, state.byLocal),
};

const over = (reason, byLocal) => ({phase: 'ended', reason, byLocal});

function progress(state, line) {
  if (state.name !== 'ongoing') {
    return 'connecting';
  }
  return state.mediaLost || line.state === 'reconnecting' ? 'reconnecting' : 'talking';
}

/** Returns what the views show: of one call, or of none for null. */
export function snapshotOf(entry, {line, missed, media, problem}) {
  const self = {
    audio: media.isOn('audio'),
    video: media.isOn('video'),
    videoTrack: media.track('video'),
    speaker: media.speaker,
  };
  if (!entry) {
    return {phase: 'home', line, missed, self, problem};
  }
  const {state} = entry;
  return {
    ...SHOWN[state.name](state),
    line,
    missed,
    self,
    sessionId: entry.id,
    peer: entry.peer,
    type: entry.type,
    outgoing: entry.outgoing,
    remoteRinging: state.remoteRinging === true,
    progress: progress(state, line),
    isFrozen: state.mediaLost === true,
    connectedAt: state.connectedAt ?? null,
    others: entry.session?.others ?? [],
    duration: state.call?.duration ?? 0,
    problem: entry.problem ?? state.error ?? problem,
  };
}
