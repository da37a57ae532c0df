import {personOf} from '../call/people.js';
import {text} from '../strings.js';
import {Avatar} from './avatar.js';
import {h, icon, setLabel, setText} from './dom.js';
import {ProblemCard} from './problem.js';

const REFRESH_MILLIS = 15_000;
const TYPING_MILLIS = 200;

/** Whom one can call. */
export class HomeView {
  #actions;
  #list = h('ul', {class: 'people'});
  #empty = h('p', {class: 'secondary centred', role: 'status'});
  #search;
  #line = h('p', {class: 'notice', role: 'status', hidden: true});
  #missed = h('p', {class: 'notice', role: 'status', hidden: true});
  #silent;
  #problem;
  #rows = new Map();
  #uid;
  #asked = 0;
  #typing = 0;
  #refresh;
  element;

  /** @param actions `users(search)` resolves to users, `call(peer, type)`, `unlock()`, `isSilent()`, `dismissProblem()` */
  constructor(actions, {account}) {
    this.#actions = actions;
    this.#uid = account.uid;
    this.#problem = new ProblemCard(actions.dismissProblem);
    this.#search = h('input', {type: 'search', id: 'search', name: 'search', placeholder: text('home.search'),
      'aria-label': text('home.search'), autocomplete: 'off', spellcheck: 'false', maxlength: 100,
      input: () => {
        clearTimeout(this.#typing);
        this.#typing = setTimeout(() => this.#load(), TYPING_MILLIS);
      }});
    this.#silent = h('div', {class: 'notice sound', hidden: true}, h('p', {text: text('home.silent')}),
        h('button', {type: 'button', class: 'plain-button', name: 'sound', text: text('home.sound'), click: actions.unlock}));
    const self = new Avatar('small').show({id: account.uid, name: account.name});
    this.element = h('section', {class: 'home', tabindex: '-1', 'aria-labelledby': 'people-title'},
        h('header', {class: 'account'}, self.element,
            h('div', {class: 'names'},
                h('h1', {id: 'people-title', text: text('home.people')}),
                h('p', {class: 'secondary', text: text('home.you', account.name)}))),
        this.#line, this.#missed, this.#silent, this.#problem.element, this.#search, this.#list, this.#empty);
    this.#refresh = setInterval(() => document.visibilityState === 'visible' && this.#load(), REFRESH_MILLIS);
    this.#load();
  }

  update({line, missed, problem}) {
    setText(this.#line, line.state === 'connected' ? '' : text(`line.${line.state}`));
    this.#line.hidden = line.state === 'connected';
    setText(this.#missed, missed ? text('home.missed', missed.name) : '');
    this.#missed.hidden = !missed;
    this.#silent.hidden = !this.#actions.isSilent();
    this.#problem.show(problem);
  }

  dispose() {
    clearInterval(this.#refresh);
    clearTimeout(this.#typing);
  }

  async #load() {
    const asked = ++this.#asked;
    let users;
    try {
      users = await this.#actions.users(this.#search.value.trim());
    } catch (error) {
      console.warn('the list of people did not come', error);
      return; // the line says that the hub does not answer, and the next look comes by itself
    }
    if (asked === this.#asked) {
      this.#show(users.filter(each => each.uid !== this.#uid).map(personOf));
    }
  }

  #show(people) {
    const shown = new Set(people.map(each => each.id));
    [...this.#rows].filter(([id]) => !shown.has(id)).forEach(([id, row]) => {
      row.element.remove();
      this.#rows.delete(id);
    });
    people.forEach((person, i) => {
      const row = this.#rows.get(person.id) ?? this.#row(person);
      row.show(person);
      if (this.#list.children[i] !== row.element) {
        this.#list.insertBefore(row.element, this.#list.children[i] ?? null);
      }
    });
    setText(this.#empty, people.length > 0 ? '' : text(this.#search.value ? 'home.none' : 'home.empty'));
  }

  #row(first) {
    let person = first;
    const avatar = new Avatar('small');
    const name = h('span', {class: 'name'});
    const presence = h('span', {class: 'presence'});
    const audio = h('button', {type: 'button', class: 'disc row-button', name: 'call',
      click: () => this.#actions.call(person, 'audio')}, icon('phone'));
    const video = h('button', {type: 'button', class: 'disc row-button', name: 'video',
      click: () => this.#actions.call(person, 'video')}, icon('video'));
    const element = h('li', {class: 'row'}, avatar.element,
        h('div', {class: 'names'}, name, presence), audio, video);
    const row = {element, show: newPerson => {
      person = newPerson;
      avatar.show(person);
      setText(name, person.name);
      setText(presence, text(person.online ? 'home.online' : 'home.offline'));
      element.classList.toggle('online', person.online);
      setLabel(audio, text('home.call', person.name));
      setLabel(video, text('home.video', person.name));
    }};
    this.#rows.set(person.id, row);
    return row;
  }
}
