import {text} from '../strings.js';
import {Avatar} from './avatar.js';
import {callButton} from './buttons.js';
import {h, setText, showTrack} from './dom.js';
import {ProblemCard} from './problem.js';

/** This user calls; the own camera shows dimmed behind. */
export class OutgoingView {
  #avatar = new Avatar();
  #name = h('h1', {id: 'who'});
  #status = h('p', {class: 'secondary', role: 'status'});
  #preview = h('video', {class: 'backdrop mirrored', autoplay: true, playsinline: true, 'aria-hidden': 'true'});
  #problem;
  element;

  /** @param actions `hangUp()`, `dismissProblem()` */
  constructor(actions, {type}) {
    this.#preview.muted = true;
    this.#problem = new ProblemCard(actions.dismissProblem);
    const cancel = callButton({role: 'decline', symbol: 'phone-down', name: 'cancel', words: text('outgoing.cancel'),
      full: text('outgoing.cancel.full'), action: actions.hangUp});
    this.element = h('section', {class: `person-view${type === 'video' ? ' on-stage' : ''}`, tabindex: '-1',
      'aria-labelledby': 'who'},
    this.#preview,
    h('div', {class: 'person'}, this.#avatar.setRinging(true).element, this.#name, this.#status),
    this.#problem.element,
    h('div', {class: 'call-buttons'}, cancel));
  }

  update(model) {
    const {peer, self, remoteRinging, line, problem} = model;
    const reached = remoteRinging ? 'ringing' : 'calling';
    const state = line.state === 'connected' ? reached : line.state;
    this.#avatar.show(peer);
    setText(this.#name, peer.name);
    setText(this.#status, text(`outgoing.${state}`));
    showTrack(this.#preview, self.videoTrack);
    this.#problem.show(problem);
  }

  dispose() {
    showTrack(this.#preview, null);
  }
}
