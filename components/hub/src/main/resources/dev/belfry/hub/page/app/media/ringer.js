/** What sounds while a call rings: the tones of Belfry's own ringer, one period of each, repeated. */

const FADE_SECONDS = 0.008;
const DECAY = 7;

const TONES = {
  /** Three rising notes, twice, then a pause. */
  ring: {seconds: 3, compose: sound => {
    const notes = [659.26, 830.61, 987.77];
    for (let i = 0; i < 6; i++) {
      strike(sound, 0.18 * i + (i < 3 ? 0 : 0.26), notes[i % 3], 0.35);
    }
  }},
  /** 425 Hz, one second in five: the tone of most of Europe (ITU-T E.180 supplement 2). */
  ringback: {seconds: 5, compose: sound => steady(sound, 1, 425, 0.1)},
};

function strike({data, rate}, at, hertz, loudness) {
  for (let i = Math.floor(at * rate); i < data.length; i++) {
    const t = i / rate - at;
    const envelope = Math.min(1, t / FADE_SECONDS) * Math.exp(-DECAY * t);
    const angle = 2 * Math.PI * hertz * t;
    const overtones = 0.25 * Math.sin(2 * angle) + 0.1 * Math.sin(4 * angle) * Math.exp(-DECAY * t);
    data[i] += loudness * envelope * (Math.sin(angle) + overtones);
  }
}

function steady({data, rate}, length, hertz, loudness) {
  for (let i = 0; i < length * rate; i++) {
    const t = i / rate;
    const envelope = Math.min(1, Math.min(t, length - t) / FADE_SECONDS);
    data[i] += loudness * envelope * Math.sin(2 * Math.PI * hertz * t);
  }
}

/** Plays one tone at a time. A browser lets a page sound once the user has clicked or typed in it. */
export class Ringer {
  #audio;
  #source = null;
  #playing = '';
  #speaker = '';

  constructor(audio = new AudioContext()) {
    this.#audio = audio;
  }

  /** Returns whether the page may sound. */
  get isReady() {
    return this.#audio.state === 'running';
  }

  /** Told when the page may sound, or no longer. */
  set onReady(listener) {
    this.#audio.onstatechange = listener;
  }

  /** Asks to be allowed to sound; to be called while the user clicks or types. */
  unlock() {
    return this.#audio.resume();
  }

  /** The name of the tone that sounds; empty if none does. */
  get playing() {
    return this.#playing;
  }

  use(speaker) {
    if (this.#speaker !== speaker && 'setSinkId' in this.#audio) {
      this.#speaker = speaker;
      return this.#audio.setSinkId(speaker);
    }
    return Promise.resolve();
  }

  play(name) {
    if (this.#playing === name) {
      return;
    }
    this.stop();
    this.#playing = name;
    this.#source = this.#audio.createBufferSource();
    this.#source.buffer = this.#compose(TONES[name]);
    this.#source.loop = true;
    this.#source.connect(this.#audio.destination);
    this.#source.start();
  }

  stop() {
    this.#playing = '';
    this.#source?.stop();
    this.#source?.disconnect();
    this.#source = null;
  }

  #compose({seconds, compose}) {
    const rate = this.#audio.sampleRate;
    const buffer = this.#audio.createBuffer(1, Math.round(seconds * rate), rate);
    compose({data: buffer.getChannelData(0), rate});
    return buffer;
  }
}
