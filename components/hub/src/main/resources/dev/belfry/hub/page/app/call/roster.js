/** Who is in a session. */
export class Roster {
  #others = new Map();
  #gone = new Set();
  local = null;

  get others() {
    return [...this.#others.values()];
  }

  get isAlone() {
    return this.local !== null && this.#others.size === 0;
  }

  hasOther(id) {
    return this.#others.has(id);
  }

  /**
   * Adds or updates somebody; returns whether that one was not there before. Who left does not come back: a list of
   * participants may be older than the news of a leaving, and who joins again has another id.
   */
  put(participant) {
    if (this.#gone.has(participant.id)) {
      return false;
    }
    const isNew = !this.#others.has(participant.id);
    this.#others.set(participant.id, participant);
    return isNew;
  }

  remove(id) {
    this.#gone.add(id);
    return this.#others.delete(id);
  }
}

/**
 * Returns whether the local participant is polite towards another: whoever started the call is impolite, and of two
 * others the one with the lesser id.
 */
export function isPolite(local, remote, callerUid) {
  const localCalled = local.uid === callerUid;
  const remoteCalled = remote.uid === callerUid;
  return localCalled === remoteCalled ? local.id > remote.id : remoteCalled;
}
