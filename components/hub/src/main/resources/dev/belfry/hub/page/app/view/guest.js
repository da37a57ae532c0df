import {isPermitted} from '../media/devices.js';
import {text} from '../strings.js';
import {Avatar} from './avatar.js';
import {barButton, plainButton} from './buttons.js';
import {DeviceMenu} from './device-menu.js';
import {h, setText, showTrack} from './dom.js';
import {ProblemCard} from './problem.js';

/** Whom a guest's link calls, with a look at the own camera before. */
export class GuestView {
  #actions;
  #peer;
  #avatar = new Avatar();
  #name = h('h1', {id: 'who'});
  #presence = h('p', {class: 'secondary'});
  #video = h('video', {class: 'mirrored', autoplay: true, playsinline: true, 'aria-label': text('talk.self')});
  #off = h('p', {class: 'off', text: text('guest.cameraOff')});
  #line = h('p', {class: 'notice', role: 'status', hidden: true});
  #wanted = {audio: true, video: true};
  #previewing = false;
  #mute;
  #camera;
  #menu;
  #problem;
  element;

  /** @param actions `call(peer, type, muted)`, `setVideo(on)`, `deviceId(kind)`, `use(kind, id)`, `dismissProblem()` */
  constructor(actions, {account, receiver}) {
    this.#actions = actions;
    this.#peer = receiver;
    this.#video.muted = true;
    this.#problem = new ProblemCard(actions.dismissProblem);
    this.#menu = new DeviceMenu(actions, {video: true});
    this.#mute = barButton({name: 'mute', symbol: 'mic', label: text('talk.mute'), action: () => {
      this.#wanted.audio = !this.#wanted.audio;
      this.#showBar();
    }});
    this.#camera = barButton({name: 'camera', symbol: 'video-off', label: text('talk.videoOn'),
      action: () => this.#toggleCamera()});
    const devices = barButton({name: 'devices', symbol: 'devices', label: text('talk.devices'),
      action: () => this.#menu.toggle(devices.element)});
    devices.element.setAttribute('aria-expanded', 'false');
    const call = (type, words, symbol, role) => plainButton({words: text(words), symbol, role, name: type,
      action: () => actions.call(this.#peer, type, {audio: !this.#wanted.audio, video: !this.#wanted.video})});
    this.element = h('section', {class: 'guest', tabindex: '-1', 'aria-labelledby': 'invited who'},
        h('div', {class: 'person'},
            h('p', {class: 'secondary', id: 'invited', text: text('guest.invited')}),
            this.#avatar.element, this.#name, this.#presence),
        this.#line, this.#problem.element,
        h('div', {class: 'preview', role: 'group', 'aria-label': text('guest.preview')},
            this.#video, this.#off, this.#menu.element,
            h('div', {class: 'bar'}, this.#mute.element, this.#camera.element, devices.element)),
        h('div', {class: 'plain-buttons'},
            call('audio', 'guest.audio', 'phone', ''), call('video', 'guest.video', 'video', 'accept')),
        h('p', {class: 'secondary centred', text: text('guest.as', account.name)}));
    this.#begin();
  }

  update({line, self, problem}) {
    this.#avatar.show(this.#peer);
    setText(this.#name, this.#peer.name);
    setText(this.#presence, this.#peer.isGroup ? text('guest.people', this.#peer.members)
      : text(this.#peer.online ? 'home.online' : 'home.offline'));
    this.#presence.classList.toggle('online', this.#peer.online === true);
    setText(this.#line, line.state === 'connected' ? '' : text(`line.${line.state}`));
    this.#line.hidden = line.state === 'connected';
    showTrack(this.#video, self.videoTrack);
    this.#off.hidden = self.video;
    this.#previewing = self.video;
    this.#problem.show(problem);
    this.#showBar();
  }

  dispose() {
    showTrack(this.#video, null);
    this.#menu.dispose();
  }

  /** Nobody is asked for the camera before there is a reason to: only one that is allowed shows at once. */
  async #begin() {
    if (await isPermitted('camera')) {
      await this.#actions.setVideo(true);
    }
  }

  async #toggleCamera() {
    this.#wanted.video = !this.#previewing;
    await this.#actions.setVideo(this.#wanted.video);
  }

  #showBar() {
    const {audio} = this.#wanted;
    this.#mute.show(audio ? 'mic' : 'mic-off', text(audio ? 'talk.mute' : 'talk.unmute'), !audio);
    this.#camera.show(this.#previewing ? 'video' : 'video-off',
        text(this.#previewing ? 'talk.videoOff' : 'talk.videoOn'), !this.#previewing);
  }
}
