import {DeviceError, openDevice} from './devices.js';

/**
 * What this device sends: a microphone and a camera, each of them wanted or not and there or not. Off means that the
 * camera is let go of, so that its light goes out; the microphone is only silenced, so that it is back at once.
 */
export class LocalMedia {
  #kinds = {audio: off(), video: off()};
  #generation = 0;
  /** Told of each change of what is to be sent: `kind`. */
  onTrack = () => {};
  /** Told afterwards that there is something else to show. */
  onChange = () => {};
  /** Told why a device cannot be used, or no longer. */
  onProblem = () => {};
  /** The speaker of choice; empty for the system's. */
  speaker = '';

  /** Returns the track that is to be sent, or null. */
  track(kind) {
    const {track, wanted} = this.#kinds[kind];
    return wanted ? track : null;
  }

  isOn(kind) {
    return this.track(kind) !== null;
  }

  /** Returns whether the user wants it, though it may be missing or still be opened. */
  isWanted(kind) {
    return this.#kinds[kind].wanted;
  }

  deviceId(kind) {
    return this.#kinds[kind].track?.getSettings().deviceId ?? this.#kinds[kind].deviceId;
  }

  /** Turns a device on or off; resolves once that is so, or has failed and was told as a problem. */
  async set(kind, wanted) {
    const device = this.#kinds[kind];
    device.wanted = wanted;
    if (!wanted) {
      this.#silence(kind);
    } else if (device.track) {
      device.track.enabled = true;
      this.#changed(kind);
    } else {
      await this.#open(kind);
    }
  }

  /** Changes to another device. */
  async use(kind, deviceId) {
    this.#kinds[kind].deviceId = deviceId;
    if (this.#kinds[kind].track) {
      this.#drop(kind);
    }
    await this.set(kind, true);
  }

  /** Lets go of everything. */
  release() {
    this.#generation++;
    for (const kind of ['audio', 'video']) {
      this.#kinds[kind].wanted = false;
      this.#drop(kind);
    }
  }

  #silence(kind) {
    const {track} = this.#kinds[kind];
    if (track && kind === 'audio') {
      track.enabled = false;
    } else {
      this.#drop(kind);
    }
    this.#changed(kind);
  }

  async #open(kind) {
    const device = this.#kinds[kind];
    const generation = this.#generation;
    if (device.opening) {
      return device.opening;
    }
    device.opening = this.#acquire(kind, generation).finally(() => {
      device.opening = null;
    });
    return device.opening;
  }

  async #acquire(kind, generation) {
    const device = this.#kinds[kind];
    try {
      const track = await openDevice(kind, device.deviceId);
      if (generation !== this.#generation || (kind === 'video' && !device.wanted)) {
        track.stop();
        return;
      }
      track.enabled = device.wanted;
      track.onended = () => this.#ended(kind, track);
      device.track = track;
      this.#changed(kind);
    } catch (error) {
      if (generation === this.#generation) {
        device.wanted = false;
        this.#changed(kind);
        this.onProblem(error);
      }
    }
  }

  /** The device was unplugged, or its permission taken back. */
  #ended(kind, track) {
    const device = this.#kinds[kind];
    if (device.track === track) {
      device.track = null;
      device.deviceId = '';
      device.wanted = false;
      this.#changed(kind);
      this.onProblem(DeviceError.lost(kind));
    }
  }

  #changed(kind) {
    this.onTrack(kind);
    this.onChange();
  }

  #drop(kind) {
    const device = this.#kinds[kind];
    device.track?.stop();
    device.track = null;
  }
}

function off() {
  return {track: null, wanted: false, deviceId: '', opening: null};
}
