import {HubError} from './hub-error.js';
import {Inbox} from './inbox.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
const GREETING_MILLIS = 10_000;
const COMMAND_MILLIS = 30_000;

/** Close codes of the hub. */
const UNAUTHORIZED = 4401;
const REPLACED = 4409;
const GOING_DOWN = 1001;

/**
 * The connection that brings events and carries commands; it comes back by itself, and then brings what was missed.
 * Commands not answered before a loss are sent again, which the hub knows by their numbers.
 */
export class Line {
  #options;
  #inbox;
  #socket = null;
  #commands = new Map();
  #nextId = 1;
  #state = 'connecting';
  #pause = FIRST_PAUSE;
  #timer = 0;

  /**
   * @param options `url()` of the connection, `protocols`, `isRefused()` resolves to whether the hub does not know us
   *     (a browser is not told why a connection was refused); `onEvent(event)`, `onState(state, why)`
   */
  constructor(options) {
    this.#options = options;
    this.#inbox = new Inbox(event => options.onEvent(event));
  }

  get state() {
    return this.#state;
  }

  open() {
    clearTimeout(this.#timer);
    const url = this.#options.url();
    if (this.#inbox.last !== null) {
      url.searchParams.set('since', this.#inbox.last);
    }
    const socket = new WebSocket(url, this.#options.protocols);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#lost(socket, 0), GREETING_MILLIS);
    socket.onmessage = ({data}) => socket === this.#socket && this.#receive(JSON.parse(data));
    socket.onclose = ({code}) => this.#lost(socket, code);
  }

  /** Gives a connection up that may be dead, and makes another at once. */
  renew() {
    if (this.#state !== 'closed') {
      this.#pause = 0;
      this.#lost(this.#socket, 0);
    }
  }

  /** Sends a command; resolves to its answer. */
  command(command, fields) {
    return new Promise((resolve, reject) => {
      if (this.#state === 'closed') {
        reject(HubError.connectionLost());
        return;
      }
      const id = this.#nextId++;
      const patience = setTimeout(() => this.#settle(id)?.reject(HubError.connectionLost()), COMMAND_MILLIS);
      const frame = JSON.stringify({id, command, ...fields});
      this.#commands.set(id, {frame, resolve, reject, patience});
      if (this.#state === 'connected') {
        this.#socket.send(frame);
      }
    });
  }

  /** Says that this device is gone: the calls it is in are over. */
  signOff() {
    if (this.#state === 'connected') {
      this.#socket.send(JSON.stringify({id: this.#nextId++, command: 'signOff'}));
    }
    this.#close('signedOff');
  }

  #receive(frame) {
    if (frame.hello) {
      clearTimeout(this.#timer);
      this.#pause = FIRST_PAUSE;
      this.#inbox.begin(frame.hello.since);
      this.#change('connected');
      this.#commands.forEach(each => this.#socket.send(each.frame));
    } else if (frame.seq !== undefined) {
      if (!this.#inbox.receive(frame)) {
        this.#lost(this.#socket, 0);
      }
    } else if (frame.error) {
      this.#settle(frame.id)?.reject(new HubError(frame.error.code, {field: frame.error.field}));
    } else {
      this.#settle(frame.id)?.resolve(frame.answer);
    }
  }

  #settle(id) {
    const command = this.#commands.get(id);
    this.#commands.delete(id);
    clearTimeout(command?.patience);
    return command;
  }

  async #lost(socket, code) {
    if (socket !== this.#socket || this.#state === 'closed') {
      return;
    }
    this.#socket = null;
    clearTimeout(this.#timer);
    socket?.close();
    const greeted = this.#state === 'connected';
    if (code === UNAUTHORIZED || code === REPLACED) {
      this.#close(code === UNAUTHORIZED ? 'unauthorized' : 'replaced');
      return;
    }
    this.#change(this.#inbox.last === null ? 'connecting' : 'reconnecting');
    if (!greeted && code !== 0 && await this.#options.isRefused()) {
      this.#close('unauthorized');
    } else if (this.#socket === null && this.#state !== 'closed') {
      this.#again(code === GOING_DOWN ? 0 : this.#pause);
    }
  }

  #again(wait) {
    this.#timer = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
    this.#pause = Math.min(2 * Math.max(this.#pause, FIRST_PAUSE), LONGEST_PAUSE);
  }

  #close(why) {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#change('closed', why);
    socket?.close();
    [...this.#commands.keys()].forEach(id => this.#settle(id).reject(HubError.connectionLost()));
  }

  #change(state, why) {
    if (this.#state !== state) {
      this.#state = state;
      this.#options.onState(state, why);
    }
  }
}
