const INTERVAL = 10_000;
const PATIENCE = 4_000;

/**
 * Finds a connection dead long before TCP does: a page is not shown the pings of a WebSocket. While a call is on, and
 * after the machine slept or its network changed, the hub is asked by another way.
 */
export class Watchdog {
  #line;
  #probe;
  #last = Date.now();
  #asking = false;
  #timer = 0;
  /** Set while a call is on. */
  alert = false;

  /** @param probe asks the hub for anything, and fails if it does not answer within the given milliseconds */
  constructor(line, probe) {
    this.#line = line;
    this.#probe = probe;
  }

  start() {
    this.#timer = setInterval(() => this.#tick(), INTERVAL);
    window.addEventListener('online', () => this.#line.renew());
    window.addEventListener('offline', () => this.#ask());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#tick());
  }

  #tick() {
    const slept = Date.now() - this.#last > 3 * INTERVAL;
    this.#last = Date.now();
    if (this.alert || slept) {
      this.#ask();
    }
  }

  async #ask() {
    if (this.#asking || this.#line.state !== 'connected') {
      return;
    }
    this.#asking = true;
    try {
      await this.#probe(PATIENCE);
    } catch {
      if (this.#line.state === 'connected') {
        this.#line.renew();
      }
    } finally {
      this.#asking = false;
    }
  }
}
