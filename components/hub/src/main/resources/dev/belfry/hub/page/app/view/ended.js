import {clockWords, endedWords, problemWords, text} from '../strings.js';
import {Avatar} from './avatar.js';
import {plainButton} from './buttons.js';
import {h, setText} from './dom.js';

/** A call is over: why, in words, and what can be done now. */
export class EndedView {
  #avatar = new Avatar();
  #name = h('h1', {id: 'who'});
  #why = h('p', {class: 'headline', id: 'why'});
  #details = h('p', {class: 'secondary'});
  #again;
  element;

  /** @param actions `again(peer, type)`, `dismiss()`; `guest` is whether the page was for this one call */
  constructor(actions, model, {guest}) {
    this.#again = plainButton({words: text('ended.again'), name: 'again', role: 'primary',
      symbol: model.type === 'video' ? 'video' : 'phone', action: () => actions.again(model.peer, model.type)});
    this.#again.hidden = guest || model.reason === 'answeredElsewhere';
    const close = plainButton({words: text('ended.close'), name: 'close', action: actions.dismiss});
    this.element = h('section', {class: 'person-view', tabindex: '-1', 'aria-labelledby': 'why'},
        h('div', {class: 'person'}, this.#avatar.element, this.#name, this.#why, this.#details),
        guest ? h('p', {class: 'secondary centred', text: text('guest.done')})
          : h('div', {class: 'plain-buttons'}, this.#again, close));
  }

  update(model) {
    const {peer, duration, problem} = model;
    this.#avatar.show(peer);
    setText(this.#name, peer.name);
    setText(this.#why, endedWords(model));
    setText(this.#details, detailsOf(duration, problem));
  }

  dispose() {
    // holds nothing
  }
}

function detailsOf(duration, problem) {
  if (problem) {
    const {what, remedy} = problemWords(problem);
    return `${what} ${remedy}`;
  }
  return duration > 0 ? text('ended.duration', clockWords(duration)) : '';
}
