/** Cameras, microphones and speakers, as the browser has them. */

const WISHES = {
  audio: {echoCancellation: true, noiseSuppression: true, autoGainControl: true},
  video: {width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30}},
};

const NAMES = {audio: 'MICROPHONE', video: 'CAMERA'};

/** Why a device cannot be used: a code that has words. */
export class DeviceError extends Error {
  constructor(code, cause) {
    super(code, {cause});
    this.name = 'DeviceError';
    this.code = code;
  }

  static lost(kind) {
    return new DeviceError(`ERR_${NAMES[kind]}_LOST`);
  }
}

/** Returns one problem for two: of camera and microphone that are closed for the same reason, else the later one. */
export function together(former, later) {
  const reasons = [former, later].map(each => /^ERR_(CAMERA|MICROPHONE)_(\w+)$/.exec(each?.code ?? ''));
  const same = reasons.every(Boolean) && reasons[0][1] !== reasons[1][1] && reasons[0][2] === reasons[1][2];
  return same ? new DeviceError(`ERR_DEVICES_${reasons[0][2]}`) : later;
}

const available = () => navigator.mediaDevices?.getUserMedia !== undefined;

/**
 * Opens a device; fails with a DeviceError.
 *
 * @param kind `audio` or `video`
 * @param deviceId which one; empty for the system's choice
 */
export async function openDevice(kind, deviceId) {
  if (!available()) {
    throw new DeviceError('ERR_DEVICES_INSECURE');
  }
  const wish = deviceId ? {...WISHES[kind], deviceId: {exact: deviceId}} : WISHES[kind];
  try {
    const stream = await navigator.mediaDevices.getUserMedia({[kind]: wish});
    return stream.getTracks()[0];
  } catch (error) {
    throw new DeviceError(code(kind, error), error);
  }
}

function code(kind, error) {
  switch (error.name) {
    case 'NotAllowedError': case 'SecurityError': return `ERR_${NAMES[kind]}_REFUSED`;
    case 'NotFoundError': case 'OverconstrainedError': return `ERR_${NAMES[kind]}_MISSING`;
    default: return `ERR_${NAMES[kind]}_BUSY`;
  }
}

/** Returns whether the browser will open a device without asking the user. */
export async function isPermitted(name) {
  try {
    return (await navigator.permissions.query({name})).state === 'granted';
  } catch {
    return false; // a browser that does not tell
  }
}

/** Returns whether sound can be sent to a speaker of one's choice. */
export const choosesSpeaker = () => 'setSinkId' in HTMLMediaElement.prototype;

/** Returns the devices of a kind of the W3C's: `audioinput`, `videoinput`, `audiooutput`. */
export async function listDevices(kind) {
  if (!available()) {
    return [];
  }
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(each => each.kind === kind && each.deviceId !== '');
}

/** Tells when devices come and go; returns what ends that. */
export function watchDevices(listener) {
  if (!available()) {
    return () => {};
  }
  navigator.mediaDevices.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
}
