import {text} from '../strings.js';
import {h, showTrack} from './dom.js';

const KEYS = {ArrowLeft: ['side', 'left'], ArrowRight: ['side', 'right'], ArrowUp: ['end', 'top'], ArrowDown: ['end', 'bottom']};

/** The user's own camera, mirrored, in a corner: dragged to another one, where it snaps, or moved by arrow keys. */
export class SelfView {
  #video = h('video', {class: 'mirrored', autoplay: true, playsinline: true});
  #grip = null;
  element;

  constructor() {
    this.#video.muted = true;
    this.element = h('div', {class: 'self-view', tabindex: '0', role: 'group', 'aria-label': text('talk.self'),
      'aria-description': text('talk.self.description'),
      keydown: event => this.#key(event),
      pointerdown: event => this.#take(event),
      pointermove: event => this.#drag(event),
      pointerup: event => this.#drop(event),
      pointercancel: event => this.#drop(event)}, this.#video);
    this.element.dataset.side = 'right';
    this.element.dataset.end = 'bottom';
  }

  show(track) {
    showTrack(this.#video, track);
    this.element.hidden = !track;
  }

  dispose() {
    showTrack(this.#video, null);
  }

  #key(event) {
    const move = KEYS[event.key];
    if (move) {
      event.preventDefault();
      this.element.dataset[move[0]] = move[1];
    }
  }

  #take(event) {
    if (event.button === 0) {
      this.#grip = {x: event.clientX, y: event.clientY};
      this.element.setPointerCapture(event.pointerId);
    }
  }

  #drag(event) {
    if (this.#grip) {
      const [x, y] = [event.clientX - this.#grip.x, event.clientY - this.#grip.y];
      this.element.style.setProperty('translate', `${x}px ${y}px`);
    }
  }

  #drop() {
    if (!this.#grip) {
      return;
    }
    this.#grip = null;
    const own = this.element.getBoundingClientRect();
    const stage = this.element.parentElement.getBoundingClientRect();
    this.element.dataset.side = own.x + own.width / 2 > stage.x + stage.width / 2 ? 'right' : 'left';
    this.element.dataset.end = own.y + own.height / 2 > stage.y + stage.height / 2 ? 'bottom' : 'top';
    this.element.style.removeProperty('translate');
  }
}
