import {text} from '../strings.js';
import {Avatar} from './avatar.js';
import {callButton, rearm, shortcuts, disarm} from './buttons.js';
import {h, setText} from './dom.js';
import {ProblemCard} from './problem.js';

/** Somebody calls. Nothing here has the keyboard at first: what was being typed must not answer. */
export class IncomingView {
  #avatar = new Avatar();
  #name = h('h1', {id: 'who'});
  #kind = h('p', {class: 'secondary', id: 'what'});
  #group = h('p', {class: 'secondary'});
  #problem;
  #decline;
  #audioOnly;
  #accept;
  #shown = null;
  element;

  /** @param actions `accept(withVideo)`, `decline()`, `dismissProblem()` */
  constructor(actions, {type}) {
    const video = type === 'video';
    const once = action => () => {
      disarm(this.#decline, this.#audioOnly, this.#accept);
      action();
    };
    this.#problem = new ProblemCard(actions.dismissProblem);
    this.#decline = callButton({role: 'decline', symbol: 'phone-down', name: 'decline', words: text('incoming.decline'),
      full: text('incoming.decline.full'), action: once(actions.decline)});
    this.#audioOnly = callButton({role: 'neutral', symbol: 'phone', name: 'audio', words: text('incoming.accept.audio'),
      full: text('incoming.accept.audio.full'), action: once(() => actions.accept(false))});
    this.#accept = callButton({role: 'accept', symbol: video ? 'video' : 'phone', name: 'accept',
      words: text('incoming.accept'), full: text(video ? 'incoming.accept.video.full' : 'incoming.accept.full'),
      action: once(() => actions.accept(video))});
    this.#audioOnly.hidden = !video;
    this.element = h('section', {class: 'person-view', tabindex: '-1', 'aria-labelledby': 'what who',
      keydown: shortcuts({
        KeyA: () => this.#accept.click(),
        KeyO: () => video && this.#audioOnly.click(),
        KeyD: () => this.#decline.click(),
      })},
    h('div', {class: 'person'}, this.#avatar.setRinging(true).element, this.#name, this.#kind, this.#group),
    this.#problem.element,
    h('div', {class: 'call-buttons'}, this.#decline, this.#audioOnly, this.#accept));
  }

  update(model) {
    const {peer, type, problem} = model;
    this.#avatar.show(peer);
    setText(this.#name, peer.name);
    setText(this.#kind, text(`incoming.${type}`));
    setText(this.#group, peer.isGroup ? text('guest.people', peer.members) : '');
    this.#group.hidden = !peer.isGroup;
    this.#problem.show(problem);
    if (problem && problem !== this.#shown) {
      rearm(this.#decline, this.#audioOnly, this.#accept); // the accept was refused, and it rings still
    }
    this.#shown = problem;
  }

  dispose() {
    // holds nothing
  }
}
