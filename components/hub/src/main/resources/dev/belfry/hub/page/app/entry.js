import {HubError} from './wire/hub-error.js';
import {Rest} from './wire/rest.js';

const KEY = 'belfry.session';

/** Why the page cannot begin: `none`, `invalid`, `used` or `lost`. */
export class EntryError extends Error {
  constructor(why, cause) {
    super(why, {cause});
    this.why = why;
  }
}

/** Takes the secret out of the address bar at once, so that no history keeps it. */
export function takeLink() {
  const fields = new URLSearchParams(location.hash.slice(1));
  if (location.hash) {
    history.replaceState(null, '', location.pathname + location.search);
  }
  return {code: fields.get('code'), token: fields.get('token')};
}

/**
 * Returns who uses this page: `token`, `uid`, `guest` (null, or `receiverId` and `receiverType`), `deviceId`, `start`.
 * It is kept for this tab alone, so that loading the page again goes on with the same device.
 */
export async function enter(link, base) {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  const who = link.code || link.token ? await identify(link, base) : kept;
  if (!who) {
    throw new EntryError('none');
  }
  const session = {
    ...who,
    deviceId: kept?.deviceId ?? crypto.randomUUID(),
    start: Math.max(Date.now(), (kept?.start ?? 0) + 1),
  };
  sessionStorage.setItem(KEY, JSON.stringify(session));
  return session;
}

/** Forgets who used this page. */
export function forget() {
  sessionStorage.removeItem(KEY);
}

async function identify({code, token}, base) {
  if (token) {
    return {token, uid: subject(token), guest: null};
  }
  try {
    const {token: own, user, receiverId, receiverType} = await new Rest(base, null, 'guest').post('v1/guest-sessions', {code});
    return {token: own, uid: user.uid, name: user.name, guest: {receiverId, receiverType}};
  } catch (error) {
    throw new EntryError(error instanceof HubError && error.isPassing ? 'lost' : 'used', error);
  }
}

/** Returns the user a JWT is for (RFC 7519); the hub checks it, the page only shows it. */
function subject(token) {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
    const {sub} = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof sub === 'string' && sub) {
      return sub;
    }
    throw new EntryError('invalid');
  } catch (error) {
    throw new EntryError('invalid', error);
  }
}
