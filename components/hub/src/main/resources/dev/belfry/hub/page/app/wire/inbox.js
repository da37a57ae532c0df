const MAX_REMEMBERED = 1_000;

/** Hands on events in the hub's order, each once, by their numbers and message ids. */
export class Inbox {
  #deliver;
  #seen = new Set();
  #last = null;

  constructor(deliver) {
    this.#deliver = deliver;
  }

  /** The number up to which everything has come; null before the first connection. */
  get last() {
    return this.#last;
  }

  /** A connection begins after a number; what lies between the last one and it is no longer kept. */
  begin(since) {
    this.#last = this.#last === null ? since : Math.max(this.#last, since);
  }

  /** Takes a frame with a number; returns false if one before it is missing. */
  receive(frame) {
    if (frame.seq <= this.#last) {
      return true;
    }
    if (frame.seq !== this.#last + 1) {
      return false;
    }
    this.#last = frame.seq;
    if (frame.event && !this.#seen.has(frame.messageId)) {
      this.#remember(frame.messageId);
      this.#deliver(frame);
    }
    return true;
  }

  #remember(messageId) {
    this.#seen.add(messageId);
    if (this.#seen.size > MAX_REMEMBERED) {
      this.#seen.delete(this.#seen.values().next().value);
    }
  }
}
