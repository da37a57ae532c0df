const KINDS = ['audio', 'video'];

/** So often the path may be gone for good before the connection is: once, then a new one is looked for. */
const MAX_FAILURES = 2;

/**
 * The connection to one of the others, by perfect negotiation (W3C WebRTC section 10.7): the impolite side makes the
 * first offer, and it alone looks for a new path. There is one place for sound and one for pictures, so that muting
 * needs no negotiation.
 */
export class Peer {
  /** What the other one sends: sound, and the picture that counts. */
  stream = new MediaStream();
  #connection;
  #polite;
  #options;
  #tracks = {audio: null, video: null};
  #senders = {audio: null, video: null};
  #order = Promise.resolve();
  #makingOffer = false;
  #settingAnswer = false;
  #ignoreOffer = false;
  #failures = 0;
  #endOf = '';
  #closed = false;
  #receiving = [];

  /**
   * @param options `polite`, `iceServers`, `tracks` ({audio, video}, each may be null), `send(message)` to the other,
   *     `onState(state)`: `connected`, `lost` or `failed`, `onStream()` when what it sends has changed
   */
  constructor(options) {
    this.#options = options;
    this.#polite = options.polite;
    this.#tracks = {...options.tracks};
    this.#connection = new RTCPeerConnection({iceServers: options.iceServers, bundlePolicy: 'max-bundle'});
    this.#connection.onnegotiationneeded = () => this.#offer();
    this.#connection.onicecandidate = ({candidate}) => this.#found(candidate);
    this.#connection.onconnectionstatechange = () => this.#stateChanged();
    this.#connection.ontrack = event => this.#received(event);
    if (!this.#polite) {
      KINDS.forEach(kind => {
        const transceiver = this.#connection.addTransceiver(this.#tracks[kind] ?? kind, {
          direction: 'sendrecv',
          streams: [new MediaStream()],
        });
        this.#senders[kind] = transceiver.sender;
      });
    }
  }

  /** Sends another track instead, or nothing for null. */
  async replace(kind, track) {
    this.#tracks[kind] = track;
    await this.#senders[kind]?.replaceTrack(track);
  }

  /** Takes what the other side says, after what it said before. */
  receive(message) {
    this.#order = this.#order.then(() => this.#take(message)).catch(error => {
      if (!this.#closed) {
        console.warn(`a ${message.kind} was refused`, error);
      }
    });
    return this.#order;
  }

  /** Returns how loud the other one is, from 0 to 1. */
  level() {
    const receiver = this.#connection.getReceivers().find(each => each.track.kind === 'audio');
    const source = receiver?.getSynchronizationSources()[0];
    const now = performance.timeOrigin + performance.now();
    return source && now - source.timestamp < 1_000 ? source.audioLevel ?? 0 : 0;
  }

  close() {
    this.#closed = true;
    this.#connection.close();
  }

  #stateChanged() {
    switch (this.#connection.connectionState) {
      case 'connected':
        this.#failures = 0;
        this.#options.onState('connected');
        break;
      case 'disconnected':
        this.#restart();
        this.#options.onState('lost');
        break;
      case 'failed':
        this.#failures++;
        if (this.#failures >= MAX_FAILURES) {
          this.#options.onState('failed');
        } else {
          this.#restart();
          this.#options.onState('lost');
        }
        break;
      default: // on its way, or closed here
    }
  }

  #restart() {
    if (!this.#polite) {
      this.#connection.restartIce();
    }
  }

  async #offer() {
    if (this.#polite && !this.#connection.remoteDescription) {
      return; // the other side offers first
    }
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#describe();
    } catch (error) {
      if (!this.#closed) {
        console.warn('an offer could not be made', error);
      }
    } finally {
      this.#makingOffer = false;
    }
  }

  #describe() {
    const {type, sdp} = this.#connection.localDescription;
    this.#options.send({kind: 'description', type, sdp});
  }

  async #take(message) {
    if (this.#closed) {
      return;
    }
    if (message.kind === 'description') {
      await this.#description(message);
    } else if (message.kind === 'endOfCandidates') {
      await this.#candidate(null, message.usernameFragment);
    } else {
      const {candidate, sdpMid, sdpMLineIndex, usernameFragment} = message;
      await this.#candidate({candidate, sdpMid, sdpMLineIndex, usernameFragment}, usernameFragment);
    }
  }

  async #description({type, sdp}) {
    const stable = this.#connection.signalingState === 'stable' || this.#settingAnswer;
    const collision = type === 'offer' && (this.#makingOffer || !stable);
    this.#ignoreOffer = !this.#polite && collision;
    if (this.#ignoreOffer) {
      return;
    }
    this.#settingAnswer = type === 'answer';
    try {
      await this.#connection.setRemoteDescription({type, sdp});
    } finally {
      this.#settingAnswer = false;
    }
    if (type === 'offer') {
      await this.#takePlaces();
      await this.#connection.setLocalDescription();
      this.#describe();
    }
  }

  /** Sends in the first place for sound and for pictures that the other side offered. */
  async #takePlaces() {
    for (const kind of KINDS) {
      const transceiver = this.#connection.getTransceivers().find(each => each.receiver.track.kind === kind);
      if (!this.#senders[kind] && transceiver) {
        this.#senders[kind] = transceiver.sender;
        transceiver.direction = 'sendrecv';
        transceiver.sender.setStreams(new MediaStream());
        await transceiver.sender.replaceTrack(this.#tracks[kind]);
      }
    }
  }

  async #candidate(candidate, fragment) {
    const described = this.#connection.remoteDescription;
    const ofThisRound = !fragment || described?.sdp.includes(`a=ice-ufrag:${fragment}\r\n`);
    if (!described || !ofThisRound) {
      return;
    }
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoreOffer) {
        throw error;
      }
    }
  }

  #found(candidate) {
    if (candidate?.candidate) {
      const {sdpMid, sdpMLineIndex, usernameFragment} = candidate;
      const fields = {candidate: candidate.candidate, sdpMLineIndex: sdpMLineIndex ?? 0};
      this.#options.send({
        kind: 'candidate',
        ...fields,
        ...(sdpMid === null ? {} : {sdpMid}),
        ...(usernameFragment ? {usernameFragment} : {}),
      });
      return;
    }
    const fragment = /^a=ice-ufrag:(\S+)/m.exec(this.#connection.localDescription?.sdp ?? '')?.[1];
    if (fragment && fragment !== this.#endOf) {
      this.#endOf = fragment;
      this.#options.send({kind: 'endOfCandidates', usernameFragment: fragment});
    }
  }

  /** A participant is seen once: of several pictures the one added last counts, as a screen does beside a camera. */
  #received({track, transceiver}) {
    this.#receiving = [...this.#receiving.filter(each => each !== transceiver), transceiver];
    track.onmute = () => this.#choose();
    track.onunmute = () => this.#choose();
    this.#choose();
  }

  #choose() {
    const current = this.#receiving.filter(each => !['inactive', 'sendonly', 'stopped'].includes(each.currentDirection));
    const counting = KINDS.map(kind => current.findLast(each => each.receiver.track.kind === kind)?.receiver.track)
        .filter(Boolean);
    this.stream.getTracks().filter(each => !counting.includes(each)).forEach(each => this.stream.removeTrack(each));
    counting.forEach(each => this.stream.addTrack(each));
    this.#options.onStream();
  }
}
