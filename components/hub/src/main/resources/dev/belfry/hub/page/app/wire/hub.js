import {untilAnswered} from './retry.js';

/** Every operation of the hub that the page needs. All are idempotent. */
export class Hub {
  #rest;
  #line;
  #relayed = new Map();
  #relays = 0;

  constructor(rest, line) {
    this.#rest = rest;
    this.#line = line;
  }

  /** @param request `receiverId`, `receiverType`, `type`, `timeout` in seconds */
  initiate(sessionId, request) {
    return this.#rest.post('v1/calls', {sessionId, ...request});
  }

  ringing(sessionId) {
    return this.#rest.post(call(sessionId, 'ringing'));
  }

  accept(sessionId) {
    return this.#rest.post(call(sessionId, 'accept'));
  }

  reject(sessionId, status) {
    return this.#rest.post(call(sessionId, 'reject'), {status});
  }

  end(sessionId) {
    return this.#rest.post(call(sessionId, 'end'));
  }

  call(sessionId) {
    return this.#rest.get(call(sessionId));
  }

  async token(sessionId) {
    return (await this.#rest.post(call(sessionId, 'token'))).token;
  }

  async iceServers() {
    return (await this.#rest.get('v1/ice-servers', 3_000)).iceServers;
  }

  user(uid) {
    return this.#rest.get(`v1/users/${encodeURIComponent(uid)}`);
  }

  group(guid) {
    return this.#rest.get(`v1/groups/${encodeURIComponent(guid)}`);
  }

  async users(search) {
    return (await this.#rest.get(`v1/users?search=${encodeURIComponent(search)}`)).users;
  }

  /** Joins; resolves to all participants. */
  async join(sessionId, token, isAudioMuted, isVideoMuted) {
    return (await this.#command('join', {sessionId, token, isAudioMuted, isVideoMuted})).participants;
  }

  mute(sessionId, isAudioMuted, isVideoMuted) {
    return this.#command('mute', {sessionId, isAudioMuted, isVideoMuted});
  }

  leave(sessionId) {
    return this.#command('leave', {sessionId});
  }

  /** Carries a message to the media of another participant, after those before it. */
  relay(sessionId, to, message) {
    const target = `${sessionId} ${to}`;
    const fields = {sessionId, to, number: this.#relays++, message};
    const before = this.#relayed.get(target) ?? Promise.resolve();
    const send = () => this.#command('relay', fields);
    const answer = before.then(send, send);
    this.#relayed.set(target, answer);
    const forget = () => this.#relayed.get(target) === answer && this.#relayed.delete(target);
    answer.then(forget, forget);
    return answer;
  }

  /** The line repeats what a lost connection left open; here it is repeated if the hub said to come again. */
  #command(command, fields) {
    return untilAnswered(() => this.#line.command(command, fields));
  }
}

function call(sessionId, action) {
  const path = `v1/calls/${encodeURIComponent(sessionId)}`;
  return action ? `${path}/${action}` : path;
}
