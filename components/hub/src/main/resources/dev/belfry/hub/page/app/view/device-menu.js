import {choosesSpeaker, listDevices, watchDevices} from '../media/devices.js';
import {text} from '../strings.js';
import {h} from './dom.js';

/** Camera, microphone and speaker, each to be chosen. Opens beside the button that it belongs to. */
export class DeviceMenu {
  #kinds;
  #anchor = null;
  #unwatch = () => {};
  element;

  /** @param actions `deviceId(kind)` and `use(kind, deviceId)` with `audio`, `video` and `speaker` */
  constructor(actions, {video}) {
    const kinds = [
      {kind: 'video', system: 'videoinput', words: 'devices.camera', wanted: video},
      {kind: 'audio', system: 'audioinput', words: 'devices.microphone', wanted: true},
      {kind: 'speaker', system: 'audiooutput', words: 'devices.speaker', wanted: choosesSpeaker()},
    ];
    this.#kinds = kinds.filter(each => each.wanted).map(each => ({
      ...each,
      selected: () => actions.deviceId(each.kind),
      select: h('select', {id: `device-${each.kind}`, change: event => actions.use(each.kind, event.target.value)}),
    }));
    this.element = h('div', {class: 'device-menu', role: 'dialog', 'aria-label': text('talk.devices'), hidden: true,
      keydown: event => event.key === 'Escape' && this.close()},
    ...this.#kinds.map(({words, select}) => h('div', {class: 'field'},
        h('label', {for: select.id, text: text(words)}), select)),
    h('button', {type: 'button', class: 'plain-button', text: text('devices.close'), click: () => this.close()}));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  async toggle(anchor) {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.#anchor = anchor;
    anchor.setAttribute('aria-expanded', 'true');
    await this.#fill();
    this.element.hidden = false;
    this.#kinds[0].select.focus();
    this.#unwatch = watchDevices(() => this.#fill());
  }

  close() {
    this.#unwatch();
    this.element.hidden = true;
    this.#anchor?.setAttribute('aria-expanded', 'false');
    this.#anchor?.focus();
  }

  dispose() {
    this.#unwatch();
  }

  async #fill() {
    for (const {system, select, words, selected} of this.#kinds) {
      const devices = await listDevices(system);
      const options = devices.map((each, i) =>
        new Option(each.label || text('devices.number', text(words), i + 1), each.deviceId));
      if (options.length === 0) {
        options.push(new Option(text(system === 'audiooutput' ? 'devices.default' : 'devices.none'), ''));
      }
      select.replaceChildren(...options);
      select.disabled = devices.length === 0;
      select.value = devices.some(each => each.deviceId === selected()) ? selected() : options[0].value;
    }
  }
}
