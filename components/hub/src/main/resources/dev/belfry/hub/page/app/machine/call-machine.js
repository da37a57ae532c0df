import {over} from './over.js';
import {ringing} from './ringing.js';
import {talking} from './talking.js';

const HANDLERS = {...ringing, ...talking, ...over};

/**
 * Where one call stands on this device, and what an event makes of that: pure, with the same states, events and effects
 * as Belfry's own call machine.
 */
export const FRESH = {name: 'fresh', call: null};

/** Returns the next state, and what is to be done on the way to it. */
export function reduce(state, event) {
  const handler = HANDLERS[state.name][event.name];
  return handler ? handler(state, event) : {state, effects: []};
}

/** Returns whether the call is over for the user, though the hub may still have to agree. */
export const isOver = state => state.name in over;
