import {h, setText} from './dom.js';

const HUES = 8;

/** A person or group as initials on a disc, whose hue follows from the id and is the same in all of Belfry. */
export class Avatar {
  #initials = h('span');
  #disc = h('span', {class: 'avatar-disc'}, this.#initials);
  element;

  /** @param size `large` or `small`; rings fit around a large one */
  constructor(size = 'large') {
    this.element = h('span', {class: `avatar ${size}`, 'aria-hidden': 'true'}, this.#disc);
  }

  show({id, name}) {
    setText(this.#initials, initialsOf(name));
    this.element.dataset.hue = hueOf(id);
    return this;
  }

  /** Lets rings grow while a call rings. */
  setRinging(on) {
    this.element.classList.toggle('ringing', on);
    return this;
  }

  /** Shows how loud the person is, from 0 to 1. */
  setLevel(level) {
    this.element.style.setProperty('--level', Math.min(1, level).toFixed(2));
    this.element.classList.toggle('speaking', level > 0.01);
  }
}

/** The hue's number, from 1, by the same sum over UTF-16 units as Java's `String.hashCode`. */
export function hueOf(id) {
  let hash = 0;
  for (let i = 0; i < id.length; i++) {
    hash = (31 * hash + id.charCodeAt(i)) | 0;
  }
  return ((hash % HUES) + HUES) % HUES + 1;
}

/** The first letter of the first word, and that of the last one if it is another, in upper case. */
export function initialsOf(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map(word => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '').join('').toUpperCase();
}
