import {h, icon, setAttribute, setIcon, setLabel} from './dom.js';

/**
 * A round button with a word beneath: `role` is `accept`, `decline` or `neutral`. What it does is done once, until
 * {@link rearm}: a second press of a button that answers or ends has nothing to say.
 */
export function callButton({role, symbol, words, full, name, action}) {
  const disc = h('span', {class: `disc ${role}`}, icon(symbol));
  const button = h('button', {type: 'button', class: 'call-button', name, 'aria-label': full, title: full, click: () => {
    if (button.getAttribute('aria-disabled') !== 'true') {
      setAttribute(button, 'aria-disabled', 'true');
      action();
    }
  }}, disc, h('span', {class: 'word', text: words}));
  return button;
}

/** Makes one-shot buttons usable again. */
export function rearm(...buttons) {
  buttons.forEach(each => setAttribute(each, 'aria-disabled', null));
}

/** Makes buttons unusable that stay in the focus order, so that a screen reader still finds them. */
export function disarm(...buttons) {
  buttons.forEach(each => setAttribute(each, 'aria-disabled', 'true'));
}

/** A round button of the bar, without words. */
export function barButton({name, symbol, label, role = 'control', action}) {
  const svg = icon(symbol);
  const button = h('button', {type: 'button', class: `disc bar-button ${role}`, name, click: action}, svg);
  setLabel(button, label);
  return {
    element: button,
    /** Shows whether it is on: by another icon and another colour, so that the state never hangs on colour alone. */
    show(newSymbol, newLabel, isOff) {
      setIcon(svg, newSymbol);
      setLabel(button, newLabel);
      button.classList.toggle('off', isOff);
    },
  };
}

/** An ordinary button: an optional icon, and words. */
export function plainButton({words, symbol, name, role = '', label, action}) {
  return h('button', {type: 'button', class: `plain-button ${role}`, name, 'aria-label': label, title: label, click: action},
      symbol && icon(symbol), h('span', {text: words}));
}

/** Lets a view's actions be done by Alt and a letter, whatever the letter types on this keyboard. */
export function shortcuts(actions) {
  return event => {
    const action = event.altKey && !event.ctrlKey && !event.metaKey && actions[event.code];
    if (action && !event.repeat) {
      event.preventDefault();
      action();
    }
  };
}
