import {problemWords, text} from '../strings.js';
import {h, icon, setText} from './dom.js';

/** One line of what happened, one of what to do, one button. */
export class ProblemCard {
  #what = h('p', {class: 'what'});
  #remedy = h('p', {class: 'remedy'});
  #button;
  #shown = null;
  element;

  constructor(onDismiss) {
    this.#button = h('button', {type: 'button', class: 'plain-button', name: 'dismiss', text: text('problem.dismiss'),
      click: onDismiss});
    this.element = h('div', {class: 'problem', role: 'alert', hidden: true},
        icon('warning'), h('div', {class: 'words'}, this.#what, this.#remedy), this.#button);
  }

  show(problem) {
    if (problem === this.#shown) {
      return;
    }
    this.#shown = problem;
    this.element.hidden = !problem;
    if (problem) {
      const {what, remedy} = problemWords(problem);
      setText(this.#what, what);
      setText(this.#remedy, remedy);
      this.element.title = text('problem.details', problem.code);
    }
  }
}
