import {FRESH, isOver} from '../machine/call-machine.js';

const MAX_PAST = 200;

/** The calls of this page: at most one is live, others wait for the hub's last word. */
export class Book {
  #calls = new Map();
  #past = new Set();

  find(sessionId) {
    return this.#calls.get(sessionId);
  }

  all() {
    return [...this.#calls.values()];
  }

  /** Returns the call that is not over for the user, if there is one. */
  get live() {
    return this.all().find(each => each.state.name !== 'fresh' && !isOver(each.state));
  }

  /** Returns the live call to a user whom this page is calling. */
  calling(peerId) {
    return this.all().find(each => each.outgoing && each.peer.id === peerId && !each.peer.isGroup
        && ['dialing', 'outgoing'].includes(each.state.name));
  }

  add(sessionId, fields) {
    const entry = {id: sessionId, state: FRESH, session: null, ringTimer: 0, problem: null, held: [], ...fields};
    this.#calls.set(sessionId, entry);
    return entry;
  }

  /** The hub made one call of two, under the other's id. */
  rename(entry, sessionId) {
    this.#calls.delete(entry.id);
    this.remember(entry.id);
    entry.id = sessionId;
    this.#calls.set(sessionId, entry);
  }

  remove(entry) {
    this.#calls.delete(entry.id);
    this.remember(entry.id);
  }

  isPast(sessionId) {
    return this.#past.has(sessionId);
  }

  /** Keeps in mind that a call is over: its invitation may still come, late, and must not ring then. */
  remember(sessionId) {
    this.#past.add(sessionId);
    if (this.#past.size > MAX_PAST) {
      this.#past.delete(this.#past.values().next().value);
    }
  }
}
