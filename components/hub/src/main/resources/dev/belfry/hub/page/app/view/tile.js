import {text} from '../strings.js';
import {Avatar} from './avatar.js';
import {h, setAttribute, setText, showTrack} from './dom.js';

const LEVEL_MILLIS = 100;

/** One of the others: the picture, or without one the avatar with a ring that follows the voice. */
export class Tile {
  #avatar = new Avatar();
  #video = h('video', {autoplay: true, playsinline: true});
  #audio = h('audio', {autoplay: true});
  #label = h('span', {class: 'label'});
  #timer = 0;
  #level = () => 0;
  #onSilenced;
  #speaker = '';
  element;

  /** @param onSilenced told when the browser does not let the sound be heard: with what to do when the user clicked */
  constructor(onSilenced) {
    this.#onSilenced = onSilenced;
    this.#video.muted = true; // the sound has an element of its own, whether there is a picture or not
    const redraw = () => this.#showPicture();
    for (const event of ['loadeddata', 'resize', 'emptied']) {
      this.#video.addEventListener(event, redraw);
    }
    this.element = h('div', {class: 'tile'}, this.#video, this.#avatar.element, this.#label, this.#audio);
  }

  /** @param participant as the session has it; `labelled` is whether the name shows */
  show(participant, labelled, speaker) {
    const {uid, name, stream, isAudioMuted, isVideoMuted} = participant;
    this.#avatar.show({id: uid, name});
    this.#level = isAudioMuted ? () => 0 : participant.level;
    const picture = isVideoMuted ? null : stream?.getVideoTracks()[0] ?? null;
    showTrack(this.#video, picture);
    setAttribute(this.#video, 'aria-label', text('talk.video', name));
    this.#hear(stream?.getAudioTracks()[0] ?? null);
    this.#route(speaker);
    setText(this.#label, isAudioMuted ? text('talk.muted', name) : name);
    this.#label.hidden = !labelled && !isAudioMuted;
    this.#showPicture();
  }

  get hasPicture() {
    return this.element.classList.contains('with-picture');
  }

  dispose() {
    clearInterval(this.#timer);
    showTrack(this.#video, null);
    showTrack(this.#audio, null);
  }

  #showPicture() {
    const shows = this.#video.srcObject !== null && this.#video.videoWidth > 0;
    if (shows !== this.hasPicture) {
      this.element.classList.toggle('with-picture', shows);
      this.element.dispatchEvent(new CustomEvent('picture', {bubbles: true}));
    }
    clearInterval(this.#timer);
    if (!shows) {
      this.#timer = setInterval(() => this.#avatar.setLevel(this.#level()), LEVEL_MILLIS);
    }
  }

  async #hear(track) {
    if ((this.#audio.srcObject?.getTracks()[0] ?? null) === track) {
      return;
    }
    showTrack(this.#audio, track);
    if (track) {
      try {
        await this.#audio.play();
      } catch (error) {
        if (error.name === 'NotAllowedError') {
          this.#onSilenced(() => this.#audio.play());
        }
      }
    }
  }

  async #route(speaker) {
    if (this.#speaker !== speaker && 'setSinkId' in this.#audio) {
      this.#speaker = speaker;
      try {
        await this.#audio.setSinkId(speaker);
      } catch (error) {
        console.warn('the speaker cannot be used', error);
      }
    }
  }
}
