import {personOf} from './call/people.js';
import {Phone} from './call/phone.js';
import {enter, EntryError, takeLink} from './entry.js';
import {LocalMedia} from './media/local-media.js';
import {Ringer} from './media/ringer.js';
import {language} from './strings.js';
import {ClosedView} from './view/closed.js';
import {Screen} from './view/screen.js';
import {HubError} from './wire/hub-error.js';
import {Hub} from './wire/hub.js';
import {Line} from './wire/line.js';
import {Rest} from './wire/rest.js';
import {Watchdog} from './wire/watchdog.js';

const BASE = document.baseURI;
const root = document.getElementById('screen');
const reload = () => location.reload();

/** The line to the hub; events and states go to the phone. */
function lineOf(account, rest, phone) {
  return new Line({
    url: () => {
      const url = new URL('v1/events', BASE);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      url.searchParams.set('device', account.deviceId);
      url.searchParams.set('start', account.start);
      return url;
    },
    protocols: ['belfry.v1', `bearer.${account.token}`],
    isRefused: async () => {
      if (!navigator.onLine) {
        return false;
      }
      try {
        await rest.probe(`v1/users/${encodeURIComponent(account.uid)}`, 5_000);
        return false;
      } catch (error) {
        return error.code === 'ERR_UNAUTHORIZED';
      }
    },
    onEvent: event => phone().receive(event),
    onState: (state, why) => phone().line(state, why),
  });
}

function actionsOf({hub, media, ringer, phone}) {
  return {
    users: search => hub.users(search),
    call: (peer, type, muted) => phone.call(peer, type, muted),
    again: (peer, type) => phone.call(peer, type),
    accept: withVideo => phone.accept(withVideo),
    decline: () => phone.decline(),
    hangUp: () => phone.hangUp(),
    dismiss: () => phone.dismiss(),
    dismissProblem: () => phone.dismissProblem(),
    setAudio: on => media.set('audio', on),
    setVideo: on => media.set('video', on),
    deviceId: kind => kind === 'speaker' ? media.speaker : media.deviceId(kind),
    use: (kind, deviceId) => phone.use(kind, deviceId),
    isSilent: () => !ringer.isReady,
    unlock: () => ringer.unlock(),
    reload,
  };
}

async function receiverOf(hub, guest) {
  if (!guest) {
    return null;
  }
  const {receiverType, receiverId} = guest;
  return personOf(receiverType === 'group' ? await hub.group(receiverId) : await hub.user(receiverId));
}

/** Any click or key lets the page sound: browsers allow no ring before. */
function unlockOnUse(ringer) {
  const unlock = () => ringer.unlock();
  document.addEventListener('pointerdown', unlock, {once: true});
  document.addEventListener('keydown', unlock, {once: true});
}

async function begin(session) {
  const rest = new Rest(BASE, session.token, session.deviceId);
  let phone = null;
  const line = lineOf(session, rest, () => phone);
  const hub = new Hub(rest, line);
  const self = session.guest ? session : hub.user(session.uid);
  const [{name}, receiver] = await Promise.all([self, receiverOf(hub, session.guest)]);
  const account = {uid: session.uid, name};
  const parts = {hub, media: new LocalMedia(), ringer: new Ringer()};
  phone = new Phone(parts, account);
  const screen = new Screen(root, actionsOf({...parts, phone}), {account, receiver});
  const watchdog = new Watchdog(line, millis => rest.probe('health', millis));
  phone.onChange = snapshot => {
    watchdog.alert = phone.isBusy;
    screen.show(snapshot);
  };
  parts.ringer.onReady = () => phone.refresh();
  unlockOnUse(parts.ringer);
  window.addEventListener('pagehide', () => line.signOff());
  window.addEventListener('pageshow', event => event.persisted && reload());
  line.open();
  watchdog.start();
  phone.refresh();
}

function close(error) {
  console.warn(error);
  let why = 'lost';
  if (error instanceof EntryError) {
    why = error.why;
  } else if (error instanceof HubError && !error.isLineDown) {
    why = error.code === 'ERR_UNAUTHORIZED' ? 'unauthorized' : 'invalid';
  }
  root.replaceChildren(new ClosedView(why, why === 'lost' ? reload : null).element);
}

async function start() {
  document.documentElement.lang = language;
  const link = takeLink();
  window.addEventListener('hashchange', reload);
  if (!('RTCPeerConnection' in window)) {
    root.replaceChildren(new ClosedView('browser', null).element);
    return;
  }
  try {
    await begin(await enter(link, BASE));
  } catch (error) {
    close(error);
  }
}

await start();
