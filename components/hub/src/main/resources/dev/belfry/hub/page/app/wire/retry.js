import {HubError} from './hub-error.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

/**
 * Sends a command until it is answered, at growing intervals; the hub's commands are idempotent, so that an answer lost
 * on the way does no harm. Fails with the hub's refusal, or with ERR_CONNECTION_LOST after `patience` milliseconds.
 */
export async function untilAnswered(attempt, patience = 30_000) {
  const deadline = performance.now() + patience;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof HubError) || !error.isPassing) {
        throw error;
      }
      const next = Math.max(wait, (error.retryAfter ?? 0) * 1000);
      if (performance.now() + next > deadline) {
        throw error.code === 'ERR_RATE_LIMITED' ? error : HubError.connectionLost();
      }
      await pause(next);
    }
  }
}
