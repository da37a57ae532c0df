import {clockWords, text} from '../strings.js';
import {barButton, disarm} from './buttons.js';
import {DeviceMenu} from './device-menu.js';
import {h, setText} from './dom.js';
import {Fading} from './fading.js';
import {ProblemCard} from './problem.js';
import {SelfView} from './self-view.js';
import {Tile} from './tile.js';

/** How long reconnecting takes before the user is told that the call may be ended. */
const PATIENCE_MILLIS = 5_000;

/** A call that goes on: the others' pictures from edge to edge, the own one in a corner, and the controls. */
export class TalkView {
  #tiles = new Map();
  #grid = h('div', {class: 'grid', picture: () => this.#showFading()});
  #name = h('h1', {id: 'who'});
  #clock = h('p', {class: 'clock', role: 'timer', 'aria-live': 'off'});
  #status = h('p', {class: 'status', role: 'status'});
  #self = new SelfView();
  #menu;
  #problem;
  #sound;
  #silenced = [];
  #mute;
  #camera;
  #fading;
  #ticking;
  #patience = 0;
  #impatient = false;
  #model;
  element;

  /** @param actions `setAudio(on)`, `setVideo(on)`, `deviceId(kind)`, `use(kind, id)`, `hangUp()`, `dismissProblem()` */
  constructor(actions, model) {
    this.#model = model;
    const video = model.type === 'video';
    this.#menu = new DeviceMenu(actions, {video});
    this.#problem = new ProblemCard(actions.dismissProblem);
    this.#mute = barButton({name: 'mute', symbol: 'mic', label: text('talk.mute'),
      action: () => actions.setAudio(!this.#model.self.audio)});
    this.#camera = barButton({name: 'camera', symbol: 'video', label: text('talk.videoOff'),
      action: () => actions.setVideo(!this.#model.self.video)});
    this.#camera.element.hidden = !video;
    const devices = barButton({name: 'devices', symbol: 'devices', label: text('talk.devices'),
      action: () => this.#menu.toggle(devices.element)});
    devices.element.setAttribute('aria-expanded', 'false');
    devices.element.setAttribute('aria-haspopup', 'dialog');
    const end = barButton({name: 'end', symbol: 'phone-down', label: text('talk.end'), role: 'decline', action: () => {
      disarm(end.element);
      actions.hangUp();
    }});
    const bar = h('div', {class: 'bar', role: 'group', 'aria-label': text('talk.controls')},
        this.#mute.element, this.#camera.element, devices.element, end.element);
    const header = h('header', {class: 'call-header'}, this.#name, this.#clock, this.#status);
    this.#sound = h('div', {class: 'problem', hidden: true}, h('p', {class: 'words', text: text('talk.silent')}),
        h('button', {type: 'button', class: 'plain-button', name: 'sound', text: text('talk.sound'),
          click: () => this.#unsilence()}));
    this.element = h('section', {class: 'talk', tabindex: '-1', 'aria-labelledby': 'who'},
        this.#grid, h('div', {class: 'moving-line'}), header,
        h('div', {class: 'cards'}, this.#problem.element, this.#sound),
        this.#self.element, this.#menu.element, bar);
    this.#fading = new Fading(this.element, [bar, this.#menu.element, this.#self.element]);
    this.#ticking = setInterval(() => this.#showClock(), 500);
  }

  update(model) {
    this.#model = model;
    const {peer, self, problem, progress, isFrozen} = model;
    setText(this.#name, peer.name);
    this.#showTiles();
    this.#self.show(self.videoTrack);
    this.#mute.show(self.audio ? 'mic' : 'mic-off', text(self.audio ? 'talk.mute' : 'talk.unmute'), !self.audio);
    this.#camera.show(self.video ? 'video' : 'video-off', text(self.video ? 'talk.videoOff' : 'talk.videoOn'), !self.video);
    this.#problem.show(problem);
    this.element.classList.toggle('waiting', progress !== 'talking');
    this.element.classList.toggle('frozen', isFrozen);
    this.#beImpatient(progress === 'reconnecting');
    this.#showStatus();
    this.#showClock();
    this.#showFading();
  }

  dispose() {
    clearInterval(this.#ticking);
    clearTimeout(this.#patience);
    this.#tiles.forEach(each => each.dispose());
    this.#self.dispose();
    this.#menu.dispose();
    this.#fading.dispose();
  }

  /** Before anybody joined, whom one calls stands for all. */
  #showTiles() {
    const {others, peer, self} = this.#model;
    const people = others.length > 0 ? others
      : [{id: '', uid: peer.id, name: peer.name, stream: null, level: () => 0, isAudioMuted: false, isVideoMuted: true}];
    const ids = new Set(people.map(each => each.id));
    for (const [id, tile] of this.#tiles) {
      if (!ids.has(id)) {
        tile.dispose();
        tile.element.remove();
        this.#tiles.delete(id);
      }
    }
    for (const each of people) {
      if (!this.#tiles.has(each.id)) {
        const tile = new Tile(play => this.#silence(play));
        this.#tiles.set(each.id, tile);
        this.#grid.append(tile.element);
      }
      this.#tiles.get(each.id).show(each, people.length > 1, self.speaker);
    }
    this.#grid.dataset.count = Math.min(people.length, 9);
  }

  #silence(play) {
    this.#silenced.push(play);
    this.#sound.hidden = false;
  }

  #unsilence() {
    this.#sound.hidden = true;
    this.#silenced.splice(0).forEach(play => play());
  }

  #beImpatient(reconnecting) {
    if (!reconnecting) {
      clearTimeout(this.#patience);
      this.#patience = 0;
      this.#impatient = false;
    } else if (!this.#patience) {
      this.#patience = setTimeout(() => {
        this.#impatient = true;
        this.#showStatus();
      }, PATIENCE_MILLIS);
    }
  }

  #showStatus() {
    const {progress} = this.#model;
    const state = progress === 'talking' ? '' : text(`talk.${progress}`);
    setText(this.#status, this.#impatient ? `${state} ${text('talk.giveUp')}` : state);
  }

  #showClock() {
    const {connectedAt} = this.#model;
    setText(this.#clock, connectedAt ? clockWords((Date.now() - connectedAt) / 1000) : '');
  }

  #showFading() {
    const {progress, problem} = this.#model;
    const picture = [...this.#tiles.values()].some(each => each.hasPicture);
    this.#fading.allowed = picture && progress === 'talking' && !problem && this.#sound.hidden && !this.#menu.isOpen;
  }
}
