import {clockWords, endedWords, text} from '../strings.js';
import {ClosedView} from './closed.js';
import {setText} from './dom.js';
import {EndedView} from './ended.js';
import {GuestView} from './guest.js';
import {HomeView} from './home.js';
import {IncomingView} from './incoming.js';
import {OutgoingView} from './outgoing.js';
import {TalkView} from './talk.js';

/** Shows the view that goes with a snapshot, and says in words what a screen reader would miss. */
export class Screen {
  #root;
  #actions;
  #context;
  #view = null;
  #key = '';
  #said = '';

  /** @param context `account`, and of a guest `receiver`: whom the link calls */
  constructor(root, actions, context) {
    this.#root = root;
    this.#actions = actions;
    this.#context = context;
  }

  show(model) {
    const key = keyOf(model);
    if (key !== this.#key) {
      this.#replace(key, this.#make(model));
    }
    this.#view.update(model);
    this.#announce(model);
  }

  #make(model) {
    const actions = this.#actions;
    if (model.line.state === 'closed') {
      const again = model.line.why === 'unauthorized' ? null : actions.reload;
      return new ClosedView(model.line.why, again);
    }
    const guest = this.#context.receiver !== null;
    switch (model.phase) {
      case 'incoming': return new IncomingView(actions, model);
      case 'outgoing': return new OutgoingView(actions, model);
      case 'talking': return new TalkView(actions, model);
      case 'ended': return new EndedView(actions, model, {guest});
      default: return guest ? new GuestView(actions, this.#context) : new HomeView(actions, this.#context);
    }
  }

  #replace(key, view) {
    const first = this.#key === '';
    this.#view?.dispose();
    this.#key = key;
    this.#view = view;
    this.#root.replaceChildren(view.element);
    if (!first) {
      view.element.focus({preventScroll: true}); // the view, not a button: what was being typed must press nothing
    }
  }

  #announce(model) {
    const {phase, peer} = model;
    const urgent = phase === 'incoming' && model.line.state !== 'closed'
      ? text('incoming.announce', text(`incoming.${model.type}`), peer.name) : '';
    setText(document.getElementById('assertive'), urgent);
    const said = wordsOf(model);
    if (said !== this.#said) {
      this.#said = said;
      setText(document.getElementById('polite'), said);
    }
    document.title = titleOf(model);
  }
}

function keyOf({line, phase, sessionId, reason}) {
  return line.state === 'closed' ? `closed ${line.why}` : [phase, sessionId, phase === 'ended' ? reason : ''].join(' ');
}

function wordsOf(model) {
  if (model.phase === 'ended') {
    const {duration} = model;
    return [endedWords(model), duration > 0 ? text('ended.duration', clockWords(duration)) : ''].join('. ');
  }
  return model.phase === 'talking' && model.progress === 'talking' ? text('talk.connected', model.peer.name) : '';
}

function titleOf({phase, peer}) {
  switch (phase) {
    case 'incoming': return text('title.incoming', peer.name);
    case 'talking': return text('title.talking', peer.name);
    default: return text('title');
  }
}
