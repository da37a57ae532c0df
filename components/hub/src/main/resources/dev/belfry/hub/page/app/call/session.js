import {Peer} from '../media/peer.js';
import {HubError} from '../wire/hub-error.js';
import {isPolite, Roster} from './roster.js';

const MAX_WAITING = 512;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 16_000;
const IDLE_MILLIS = 180_000;
/** A question of the browser to the user may stay open; the call connects without an answer, and media follows. */
const MEDIA_PATIENCE = 3_000;

/** The session of one call: joins, follows who is there, connects with each of them, and lets go of everything. */
export class Session {
  #options;
  #hub;
  #media;
  #roster = new Roster();
  #peers = new Map();
  #waiting = [];
  #iceServers;
  #asking = false;
  #wanted = false;
  #closed = false;
  #pause = FIRST_PAUSE;
  #retry = 0;
  #idle = 0;
  #connected = new Set();
  #everConnected = false;
  #told = '';
  #opened;

  /**
   * @param options `hub`, `media`, `sessionId()`, `callerUid()`, `audio` and `video` (whether they are to be on),
   *     `dispatch(event)` to the call's machine, `onChange()` of what is to be shown
   */
  constructor(options) {
    this.#options = options;
    this.#hub = options.hub;
    this.#media = options.media;
    this.#media.onTrack = kind => this.#mediaChanged(kind);
  }

  /** The others, with what they send. */
  get others() {
    return this.#roster.others.map(each => {
      const peer = this.#peers.get(each.id);
      return {...each, stream: peer?.stream ?? null, level: () => peer?.level() ?? 0};
    });
  }

  get isClosed() {
    return this.#closed;
  }

  /** Opens the local media, as far as they are to be on. */
  open() {
    const {audio, video} = this.#options;
    this.#opened ??= Promise.all([this.#media.set('audio', audio), this.#media.set('video', video)]);
    return this.#opened;
  }

  /** Fetches a token and joins, unless that has begun; asks again at once if it has failed. */
  async start() {
    this.#wanted = true;
    if (this.#asking || this.#closed || this.#roster.local) {
      return;
    }
    this.#asking = true;
    clearTimeout(this.#retry);
    try {
      const sessionId = this.#options.sessionId();
      this.#iceServers ??= this.#hub.iceServers().catch(() => []);
      const token = await this.#hub.token(sessionId);
      await Promise.race([this.open(), new Promise(resolve => setTimeout(resolve, MEDIA_PATIENCE))]);
      const iceServers = await this.#iceServers;
      if (!this.#closed) {
        this.#told = this.#muted();
        const all = await this.#hub.join(sessionId, token, !this.#media.isOn('audio'), !this.#media.isOn('video'));
        this.#enter(all, iceServers);
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#asking = false;
    }
  }

  /** Takes an event of the hub about this session. */
  receive(event) {
    switch (event.event) {
      case 'participantJoined': this.#joined(event.participant); break;
      case 'participantLeft': this.#left(event.participant); break;
      case 'participantMuted': this.#otherMuted(event.participant); break;
      case 'peerMessage': this.#peerMessage(event); break;
      default:
    }
  }

  close() {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#idle);
    this.#peers.forEach(peer => peer.close());
    this.#peers.clear();
    this.#media.onTrack = () => {};
    this.#media.release();
  }

  #failed(error) {
    if (this.#closed) {
      return;
    }
    const refusal = error instanceof HubError ? error : new HubError('ERR_MEDIA_FAILED');
    this.#options.dispatch({name: 'joinFailed', error: refusal});
    if (refusal.isLineDown && !this.#closed) {
      this.#retry = setTimeout(() => this.start(), this.#pause);
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    }
  }

  #enter(all, iceServers) {
    const local = all.find(each => each.isLocalUser);
    if (this.#closed || !local) {
      this.#failed(new HubError('ERR_JOIN_FAILED'));
      return;
    }
    this.#roster.local = local;
    this.#iceServers = iceServers;
    all.filter(each => !each.isLocalUser).forEach(each => this.#roster.put(each));
    this.#roster.others.forEach(each => this.#connect(each));
    this.#waiting.splice(0).forEach(event => this.#peerMessage(event));
    this.#tellMuted();
    this.#changed();
  }

  #joined(participant) {
    if (!participant.isLocalUser && this.#roster.put(participant) && this.#roster.local) {
      this.#connect(participant);
      this.#changed();
    }
  }

  #left(participant) {
    if (this.#roster.remove(participant.id)) {
      this.#peers.get(participant.id)?.close();
      this.#peers.delete(participant.id);
      this.#connected.delete(participant.id);
      this.#pathChanged();
      this.#changed();
    }
  }

  #otherMuted(participant) {
    if (this.#roster.hasOther(participant.id)) {
      this.#roster.put(participant);
      this.#changed();
    }
  }

  #peerMessage(event) {
    if (!this.#roster.local) {
      if (this.#waiting.length < MAX_WAITING) {
        this.#waiting.push(event);
      }
    } else if (event.to === this.#roster.local.id) {
      this.#peers.get(event.from)?.receive(event.message);
    }
  }

  #connect(participant) {
    const {id} = participant;
    this.#peers.set(id, new Peer({
      polite: isPolite(this.#roster.local, participant, this.#options.callerUid()),
      iceServers: this.#iceServers,
      tracks: {audio: this.#media.track('audio'), video: this.#media.track('video')},
      send: message => this.#send(id, message),
      onState: state => this.#peerState(id, state),
      onStream: () => this.#options.onChange(),
    }));
  }

  async #send(to, message) {
    try {
      await this.#hub.relay(this.#options.sessionId(), to, message);
    } catch (error) {
      const left = error.code === 'ERR_CALL_NOT_A_PART' || error.isGone;
      if (!this.#closed && !left && this.#roster.hasOther(to)) {
        this.#options.dispatch({name: 'mediaError', error});
      }
    }
  }

  #peerState(id, state) {
    if (this.#closed || !this.#peers.has(id)) {
      return;
    }
    if (state === 'connected') {
      this.#connected.add(id);
      if (!this.#everConnected) {
        this.#everConnected = true;
        this.#options.dispatch({name: 'mediaConnected', at: Date.now()});
      }
    } else {
      this.#connected.delete(id);
    }
    if (state === 'failed') {
      this.#peers.get(id).close();
      this.#peers.delete(id);
    }
    this.#pathChanged();
    this.#changed();
  }

  /** The call is lost when the last connection is; those on their way count as neither. */
  #pathChanged() {
    if (!this.#closed && this.#roster.others.length > 0 && this.#peers.size === 0) {
      this.#options.dispatch({name: 'mediaFailed', error: HubError.connectionLost()});
    } else if (this.#everConnected) {
      const lost = this.#connected.size === 0 && this.#peers.size > 0;
      this.#options.dispatch({name: lost ? 'mediaLost' : 'mediaRestored'});
    }
  }

  #mediaChanged(kind) {
    const track = this.#media.track(kind);
    this.#peers.forEach(peer => peer.replace(kind, track).catch(error => console.warn('a track was refused', error)));
    this.#tellMuted();
  }

  #muted() {
    return `${!this.#media.isOn('audio')} ${!this.#media.isOn('video')}`;
  }

  async #tellMuted() {
    const muted = this.#muted();
    if (this.#closed || !this.#roster.local || this.#told === muted) {
      return;
    }
    this.#told = muted;
    try {
      await this.#hub.mute(this.#options.sessionId(), !this.#media.isOn('audio'), !this.#media.isOn('video'));
    } catch (error) {
      if (!this.#closed && !error.isGone) {
        this.#options.dispatch({name: 'mediaError', error});
      }
    }
  }

  #changed() {
    clearTimeout(this.#idle);
    if (!this.#closed && this.#roster.isAlone) {
      this.#idle = setTimeout(() => this.#options.dispatch({name: 'idleTimeOver'}), IDLE_MILLIS);
    }
    this.#options.onChange();
  }
}
