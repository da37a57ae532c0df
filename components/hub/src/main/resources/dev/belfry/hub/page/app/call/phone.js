import {isOver, reduce} from '../machine/call-machine.js';
import {together} from '../media/devices.js';
import {Book} from './book.js';
import {runEffect} from './effects.js';
import {peerOf, personOf} from './people.js';
import {snapshotOf} from './snapshot.js';

/** Seconds a call rings, unless the hub says otherwise. */
const RING_SECONDS = 45;

const NOTICES = {
  rejected: 'rejected', cancelled: 'cancelled', ended: 'ended', answeredElsewhere: 'answeredElsewhere',
};

/** The page's calls: takes what the user and the hub say, and tells what is to be shown. */
export class Phone {
  #book = new Book();
  #shown = null;
  #missed = null;
  #deviceProblem = null;
  #line = {state: 'connecting', why: undefined};
  #queued = false;
  #parts;
  #account;
  /** Told of each change of what is to be shown: `onChange(snapshot)`. */
  onChange = () => {};

  /** @param parts `hub`, `media`, `ringer` */
  constructor(parts, account) {
    this.#parts = parts;
    this.#account = account;
    parts.media.onChange = () => this.#changed();
    parts.media.onProblem = error => this.#problem(error);
  }

  /** Calls somebody, as {@link personOf} has them; `type` is `audio` or `video`, `muted` what is to be off at first. */
  call(peer, type, muted = {audio: false, video: false}) {
    if (this.#book.live || this.#line.state === 'closed') {
      return;
    }
    const entry = this.#book.add(crypto.randomUUID(), {
      outgoing: true, type, peer, audio: !muted.audio, video: type === 'video' && !muted.video,
    });
    this.#shown = entry;
    this.#missed = null;
    this.#deviceProblem = null;
    const request = {
      receiverId: peer.id, receiverType: peer.isGroup ? 'group' : 'user', type, timeout: RING_SECONDS,
    };
    this.dispatch(entry, {name: 'dial', request});
  }

  /** Accepts the call that rings; `withVideo` is whether the camera is to be on. */
  accept(withVideo) {
    const entry = this.#book.live;
    if (entry?.state.name === 'incoming') {
      entry.video = withVideo && entry.type === 'video';
      this.dispatch(entry, {name: 'accept'});
    }
  }

  decline() {
    this.#wish({name: 'decline'});
  }

  /** Cancels or ends, whichever it takes. */
  hangUp() {
    this.#wish({name: 'hangUp'});
  }

  /** Goes back from a call that is over. */
  dismiss() {
    if (this.#shown && isOver(this.#shown.state)) {
      this.#shown = null;
      this.#changed();
    }
  }

  dismissProblem() {
    if (this.#shown) {
      this.#shown.problem = null;
    }
    this.#missed = null;
    this.#deviceProblem = null;
    this.#changed();
  }

  /** Takes an event of the hub. */
  receive(event) {
    if (event.call) {
      this.#callChanged(event);
    } else {
      this.#book.find(event.sessionId)?.session?.receive(event);
    }
  }

  /** Follows how the line to the hub stands. */
  line(state, why) {
    const restored = state === 'connected' && this.#line.state === 'reconnecting';
    this.#line = {state, why};
    if (restored) {
      this.#book.all().forEach(each => this.dispatch(each, {name: 'lineRestored'}));
    }
    if (state === 'closed') {
      this.#book.all().forEach(each => this.#abandon(each));
    }
    this.#changed();
  }

  /** Changes to another camera (`video`), microphone (`audio`) or `speaker`. */
  async use(kind, deviceId) {
    const {media, ringer} = this.#parts;
    if (kind === 'speaker') {
      media.speaker = deviceId;
      await ringer.use(deviceId);
    } else {
      await media.use(kind, deviceId);
    }
    this.#changed();
  }

  /** Has everything shown anew. */
  refresh() {
    this.#changed();
  }

  get isBusy() {
    return this.#book.live !== undefined;
  }

  snapshot() {
    return snapshotOf(this.#shown, {
      line: this.#line, missed: this.#missed, media: this.#parts.media, problem: this.#deviceProblem,
    });
  }

  /** Lets an event act on a call. */
  dispatch(entry, event) {
    if (event.call && event.call.sessionId !== entry.id && event.call.status) {
      this.#book.rename(entry, event.call.sessionId);
    }
    const {state, effects} = reduce(entry.state, event);
    entry.state = state;
    if (state.call) {
      entry.peer = peerOf(state.call, this.#account.uid);
    }
    for (const effect of effects) {
      runEffect(effect, entry, {
        ...this.#parts,
        dispatch: next => this.dispatch(entry, next),
        onChange: () => this.#changed(),
      });
    }
    this.#releaseHeld(entry);
    if (state.name === 'ended') {
      clearTimeout(entry.ringTimer);
      this.#book.remove(entry);
    }
    this.#changed();
  }

  #wish(event) {
    const entry = this.#book.live;
    if (entry) {
      this.dispatch(entry, event);
    }
  }

  #callChanged(event) {
    const {call} = event;
    const entry = this.#find(event);
    if (entry) {
      this.dispatch(entry, this.#machineEvent(event));
    } else if (!this.#hold(event) && !this.#book.isPast(call.sessionId)) {
      this.#stranger(event);
    }
  }

  /** When two users call each other, the hub may say that one's call was accepted as part of the other's. */
  #find(event) {
    const {call} = event;
    const known = this.#book.find(call.sessionId) ?? this.#book.find(event.sessionId);
    const merged = event.event === 'accepted' && !this.#book.isPast(call.sessionId);
    return known ?? (merged ? this.#book.calling(peerOf(call, this.#account.uid).id) : undefined);
  }

  /** Holds back a call from the very user being called, until the hub has said whether the two are one call. */
  #hold(event) {
    const entry = this.#book.calling(peerOf(event.call, this.#account.uid).id);
    if (!entry || entry.state.call) {
      return false;
    }
    entry.held.push(event);
    return true;
  }

  #releaseHeld(entry) {
    if (entry.held.length > 0 && (entry.state.call || isOver(entry.state))) {
      entry.held.splice(0).forEach(event => this.#callChanged(event));
    }
  }

  #stranger(event) {
    const {call} = event;
    const ownEcho = call.callInitiator.uid === this.#account.uid;
    if (event.event === 'incoming' && !ownEcho) {
      const busy = this.#book.live !== undefined;
      const peer = peerOf(call, this.#account.uid);
      const entry = this.#book.add(call.sessionId, {
        outgoing: false, type: call.type, peer, audio: true, video: call.type === 'video',
      });
      this.dispatch(entry, this.#machineEvent(event));
      if (busy) {
        this.#missed = personOf(call.callInitiator);
      } else if (entry.state.name === 'incoming') {
        this.#shown = entry;
      }
      this.#changed();
    } else if (event.event !== 'incoming') {
      this.#book.remember(call.sessionId);
    }
  }

  #machineEvent({event, call, ringTimeLeft}) {
    switch (event) {
      case 'incoming': return {name: 'hubIncoming', call, ringTimeLeft, answerBusy: this.#book.live !== undefined};
      case 'accepted': return {name: 'hubAccepted', call};
      case 'remoteRinging': return {name: 'hubRemoteRinging', call};
      default: return {name: 'hubClosed', notice: NOTICES[event], call};
    }
  }

  /** The hub knows this page no longer: whatever was on is over. */
  #abandon(entry) {
    entry.session?.close();
    clearTimeout(entry.ringTimer);
    entry.state = {name: 'ended', call: entry.state.call, reason: 'connectionLost', byLocal: false, error: null};
    this.#book.remove(entry);
  }

  #problem(error) {
    const live = this.#book.live;
    if (live) {
      live.problem = together(live.problem, error);
    } else {
      this.#deviceProblem = together(this.#deviceProblem, error);
    }
    this.#changed();
  }

  /** What sounds follows the calls at once, so that no tone can outlive its call; what is shown follows together. */
  #changed() {
    this.#sound();
    if (!this.#queued) {
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        this.onChange(this.snapshot());
      });
    }
  }

  #sound() {
    const state = this.#book.live?.state;
    if (state?.name === 'incoming') {
      this.#parts.ringer.play('ring');
    } else if (state?.name === 'outgoing' && state.remoteRinging) {
      this.#parts.ringer.play('ringback');
    } else {
      this.#parts.ringer.stop();
    }
  }
}
