import {text} from '../strings.js';
import {plainButton} from './buttons.js';
import {h, icon} from './dom.js';

/** The page cannot go on: `why` names the words. */
export class ClosedView {
  element;

  constructor(why, action) {
    const button = action && plainButton({words: text(`closed.${why}.button`), name: 'retry', role: 'primary', action});
    this.element = h('section', {class: 'person-view', tabindex: '-1', 'aria-labelledby': 'what'},
        h('div', {class: 'person'},
            h('span', {class: 'sign'}, icon('warning')),
            h('h1', {id: 'what', text: text(`closed.${why}.what`)}),
            h('p', {class: 'secondary', text: text(`closed.${why}.remedy`)})),
        button && h('div', {class: 'plain-buttons'}, button));
  }

  update() {
    // says the same all the time
  }

  dispose() {
    // holds nothing
  }
}
