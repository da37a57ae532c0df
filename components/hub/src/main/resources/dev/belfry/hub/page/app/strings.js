/** The page's words. Another language is another table here, with the same keys. */

const ENGLISH = {
  'title': 'Belfry',
  'title.incoming': 'Incoming call: {0}',
  'title.talking': 'On a call with {0}',

  'home.people': 'People',
  'home.search': 'Search',
  'home.you': 'Signed in as {0}',
  'home.online': 'Online',
  'home.offline': 'Offline',
  'home.none': 'Nobody by that name.',
  'home.empty': 'There is nobody to call yet.',
  'home.call': 'Call {0}',
  'home.video': 'Video call {0}',
  'home.found': '{0} people',
  'home.missed': '{0} called while you were on a call.',
  'home.silent': 'This page cannot ring yet: a browser plays no sound before you click or type.',
  'home.sound': 'Turn sound on',

  'guest.invited': 'You can call',
  'guest.as': 'You call as {0}.',
  'guest.people': '{0} people',
  'guest.audio': 'Call',
  'guest.video': 'Video call',
  'guest.preview': 'Your camera and microphone',
  'guest.cameraOff': 'Your camera is off',
  'guest.tryCamera': 'Turn camera on',
  'guest.done': 'This link was for one call. You can close this page.',

  'incoming.video': 'Incoming video call',
  'incoming.audio': 'Incoming call',
  'incoming.group': '{0} · {1} people',
  'incoming.announce': '{0}: {1}',
  'incoming.accept': 'Accept',
  'incoming.accept.full': 'Accept (Alt+A)',
  'incoming.accept.video.full': 'Accept with video (Alt+A)',
  'incoming.accept.audio': 'Audio only',
  'incoming.accept.audio.full': 'Accept with audio only (Alt+O)',
  'incoming.decline': 'Decline',
  'incoming.decline.full': 'Decline (Alt+D)',

  'outgoing.connecting': 'Connecting...',
  'outgoing.calling': 'Calling...',
  'outgoing.ringing': 'Ringing...',
  'outgoing.reconnecting': 'Reconnecting...',
  'outgoing.cancel': 'Cancel',
  'outgoing.cancel.full': 'Cancel the call',

  'ended.hangUp': 'Call ended',
  'ended.hangUp.byPeer': '{0} ended the call',
  'ended.declined': '{0} declined',
  'ended.declined.byLocal': 'You declined',
  'ended.busy': '{0} is on another call',
  'ended.cancelled': '{0} hung up before you answered',
  'ended.cancelled.byLocal': 'Call cancelled',
  'ended.unanswered': '{0} did not answer',
  'ended.unanswered.incoming': 'Missed call',
  'ended.answeredElsewhere': 'Answered on another device',
  'ended.joinFailed': 'The call could not connect',
  'ended.connectionLost': 'The connection was lost',
  'ended.idleTimeout': 'The call ended because nobody else was in it',
  'ended.failed': 'The call could not be made',
  'ended.duration': 'Duration {0}',
  'ended.again': 'Call again',
  'ended.close': 'Close',

  'talk.connecting': 'Connecting...',
  'talk.reconnecting': 'Reconnecting...',
  'talk.giveUp': 'You can wait, or end the call.',
  'talk.connected': 'Connected with {0}',
  'talk.self': 'Your camera',
  'talk.self.description': 'Drag it to another corner, or use the arrow keys.',
  'talk.video': 'Video of {0}',
  'talk.muted': '{0}, muted',
  'talk.controls': 'Call controls',
  'talk.mute': 'Mute your microphone',
  'talk.unmute': 'Unmute your microphone',
  'talk.videoOff': 'Turn your camera off',
  'talk.videoOn': 'Turn your camera on',
  'talk.devices': 'Camera, microphone and speaker',
  'talk.end': 'End the call',
  'talk.silent': 'The browser holds back the sound of this call.',
  'talk.sound': 'Turn sound on',

  'devices.camera': 'Camera',
  'devices.microphone': 'Microphone',
  'devices.speaker': 'Speaker',
  'devices.none': 'None found',
  'devices.default': 'System default',
  'devices.number': '{0} {1}',
  'devices.close': 'Done',

  'line.connecting': 'Connecting...',
  'line.reconnecting': 'Reconnecting...',
  'problem.dismiss': 'OK',
  'problem.details': 'Details: {0}',

  'closed.invalid.what': 'This link does not work.',
  'closed.invalid.remedy': 'Ask for another link to call.',
  'closed.used.what': 'This link was used already, or its time is over.',
  'closed.used.remedy': 'Ask for another link to call.',
  'closed.none.what': 'This page needs a link to call.',
  'closed.none.remedy': 'Open the link you were sent.',
  'closed.unauthorized.what': 'Your sign-in is over.',
  'closed.unauthorized.remedy': 'Open your link again, or ask for another one.',
  'closed.replaced.what': 'This page is open elsewhere too.',
  'closed.replaced.remedy': 'Go on there, or use it here.',
  'closed.replaced.button': 'Use it here',
  'closed.lost.what': 'The call service does not answer.',
  'closed.lost.remedy': 'Check the network, then try again.',
  'closed.lost.button': 'Try again',
  'closed.browser.what': 'This browser cannot hold calls.',
  'closed.browser.remedy': 'Open the link in a current version of Chrome, Edge, Firefox or Safari.',
  'closed.signedOff.what': 'You are signed off.',
  'closed.signedOff.remedy': 'Load this page again to go on.',
  'closed.signedOff.button': 'Load again',

  'ERR_CALLING_SELF.what': 'You cannot call yourself.',
  'ERR_CALLING_SELF.remedy': 'Choose somebody else.',
  'ERR_CALL_BUSY_SELF.what': 'You are already on a call.',
  'ERR_CALL_BUSY_SELF.remedy': 'End that call first, then call again.',
  'ERR_CALL_SESSION_NOT_FOUND.what': 'This call does not exist.',
  'ERR_CALL_SESSION_NOT_FOUND.remedy': 'Call again.',
  'ERR_CALL_TERMINATED.what': 'This call is already over.',
  'ERR_CALL_TERMINATED.remedy': 'Call again.',
  'ERR_CALL_USER_ALREADY_JOINED.what': 'You are already in this call on another device.',
  'ERR_CALL_USER_ALREADY_JOINED.remedy': 'Go on there, or leave it there first.',
  'ERR_CALL_NOT_STARTED.what': 'This call has not been answered yet.',
  'ERR_CALL_NOT_STARTED.remedy': 'Cancel or decline it instead of ending it.',
  'ERR_CALL_NOT_A_PART.what': 'You are not part of this call.',
  'ERR_CALL_NOT_A_PART.remedy': 'Ask a participant to call you.',
  'ERR_RECEIVER_NOT_FOUND.what': 'There is nobody by that name to call.',
  'ERR_RECEIVER_NOT_FOUND.remedy': 'Check whom you call.',
  'ERR_UNAUTHORIZED.what': 'You may not make this call.',
  'ERR_UNAUTHORIZED.remedy': 'Ask for another link to call.',
  'ERR_RATE_LIMITED.what': 'Too many requests in a short time.',
  'ERR_RATE_LIMITED.remedy': 'Wait a moment, then try again.',
  'ERR_BAD_REQUEST.what': 'The call service did not understand this request.',
  'ERR_BAD_REQUEST.remedy': 'Load this page again.',
  'ERR_CONNECTION_LOST.what': 'The call service does not answer.',
  'ERR_CONNECTION_LOST.remedy': 'Check the network, then try again.',
  'ERR_UNAVAILABLE.what': 'The call service is not available.',
  'ERR_UNAVAILABLE.remedy': 'Wait a moment, then try again.',
  'ERR_JOIN_FAILED.what': 'The call was answered but could not connect.',
  'ERR_JOIN_FAILED.remedy': 'Check the network, then call again.',
  'ERR_CAMERA_MISSING.what': 'No camera was found.',
  'ERR_CAMERA_MISSING.remedy': 'Connect a camera, or go on without video.',
  'ERR_CAMERA_BUSY.what': 'Your camera is used by another program.',
  'ERR_CAMERA_BUSY.remedy': 'Close it there, or go on without video.',
  'ERR_CAMERA_REFUSED.what': 'This page may not use your camera.',
  'ERR_CAMERA_REFUSED.remedy': 'Allow it beside the address of the page, or go on without video.',
  'ERR_CAMERA_LOST.what': 'Your camera stopped sending pictures.',
  'ERR_CAMERA_LOST.remedy': 'Connect it again, or choose another one.',
  'ERR_MICROPHONE_MISSING.what': 'No microphone was found.',
  'ERR_MICROPHONE_MISSING.remedy': 'You can listen. Connect a microphone, so that others hear you.',
  'ERR_MICROPHONE_BUSY.what': 'Your microphone is used by another program.',
  'ERR_MICROPHONE_BUSY.remedy': 'You can listen. Close it there, so that others hear you.',
  'ERR_MICROPHONE_REFUSED.what': 'This page may not use your microphone.',
  'ERR_MICROPHONE_REFUSED.remedy': 'You can listen. Allow it beside the address of the page, so that others hear you.',
  'ERR_MICROPHONE_LOST.what': 'Your microphone stopped.',
  'ERR_MICROPHONE_LOST.remedy': 'Connect it again, or choose another one.',
  'ERR_DEVICES_MISSING.what': 'No camera and no microphone were found.',
  'ERR_DEVICES_MISSING.remedy': 'You can watch and listen. Connect them, so that others see and hear you.',
  'ERR_DEVICES_REFUSED.what': 'This page may not use your camera and microphone.',
  'ERR_DEVICES_REFUSED.remedy': 'You can watch and listen. Allow them beside the address of the page.',
  'ERR_DEVICES_BUSY.what': 'Your camera and microphone are used by another program.',
  'ERR_DEVICES_BUSY.remedy': 'You can watch and listen. Close them there, so that others see and hear you.',
  'ERR_DEVICES_LOST.what': 'Your camera and microphone stopped.',
  'ERR_DEVICES_LOST.remedy': 'Connect them again, or choose others.',
  'ERR_DEVICES_INSECURE.what': 'Camera and microphone are closed to pages without https.',
  'ERR_DEVICES_INSECURE.remedy': 'You can listen. Open the page over https, so that others hear you.',
  'ERR_MEDIA_FAILED.what': 'Sound or video failed.',
  'ERR_MEDIA_FAILED.remedy': 'End the call, then call again.',
};

const TABLES = {en: ENGLISH};

const language = navigator.languages.map(each => each.split('-')[0]).find(each => each in TABLES) ?? 'en';

/** The language of the words, for the page's `lang`. */
export {language};

/** Returns the words for a key, with `{0}`, `{1}`... replaced. */
export function text(key, ...values) {
  const words = TABLES[language][key] ?? ENGLISH[key] ?? key;
  return words.replace(/\{(\d)\}/g, (hole, index) => values[index] ?? '');
}

/** Returns what happened and what to do, in words, of something that has a `code`. */
export function problemWords(problem) {
  const known = `${problem.code}.what` in ENGLISH ? problem.code : 'ERR_MEDIA_FAILED';
  return {what: text(`${known}.what`), remedy: text(`${known}.remedy`)};
}

/** Returns seconds as `02:05` or `1:02:05`. */
export function clockWords(seconds) {
  const two = number => String(number).padStart(2, '0');
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(whole % 60)}`;
}

/** Returns why a call is over, as Belfry's own views say it. */
export function endedWords({reason, byLocal, outgoing, peer, problem}) {
  const name = peer?.name ?? '';
  switch (reason) {
    case 'hangUp': return byLocal || !name ? text('ended.hangUp') : text('ended.hangUp.byPeer', name);
    case 'declined': return byLocal ? text('ended.declined.byLocal') : text('ended.declined', name);
    case 'busy': return text('ended.busy', name);
    case 'cancelled': return byLocal ? text('ended.cancelled.byLocal') : text('ended.cancelled', name);
    case 'unanswered': return outgoing ? text('ended.unanswered', name) : text('ended.unanswered.incoming');
    case 'answeredElsewhere': case 'joinFailed': case 'connectionLost': case 'idleTimeout':
      return text(`ended.${reason}`);
    default: return text(problem ? 'ended.failed' : 'ended.hangUp');
  }
}
