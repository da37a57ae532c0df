import {HubError} from './hub-error.js';
import {untilAnswered} from './retry.js';

const ANSWER_MILLIS = 10_000;

/** The hub's requests. Paths are relative to the page, so that a hub may be served under a path of its own. */
export class Rest {
  #headers;
  #base;

  constructor(base, token, deviceId) {
    this.#base = base;
    this.#headers = {'Belfry-Device': deviceId};
    if (token) {
      this.#headers.Authorization = `Bearer ${token}`;
    }
  }

  get(path, patience) {
    return untilAnswered(() => this.#once('GET', path), patience);
  }

  post(path, body = {}, patience = undefined) {
    return untilAnswered(() => this.#once('POST', path, body), patience);
  }

  /** Asks once; fails with ERR_CONNECTION_LOST if there is no answer in time. */
  probe(path, millis) {
    return this.#once('GET', path, undefined, millis);
  }

  async #once(method, path, body = undefined, millis = ANSWER_MILLIS) {
    let response;
    let json;
    try {
      response = await fetch(new URL(path, this.#base), {
        method,
        headers: body ? {...this.#headers, 'Content-Type': 'application/json'} : this.#headers,
        body: body && JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(millis),
      });
      json = await readJson(response);
    } catch {
      throw HubError.connectionLost();
    }
    if (response.ok && json) {
      return json;
    }
    throw refusal(response, json);
  }
}

async function readJson(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null; // of a proxy, not of the hub
  }
}

function refusal(response, json) {
  const details = {field: json?.field, status: response.status, retryAfter: seconds(response.headers.get('Retry-After'))};
  if (json?.code) {
    return new HubError(json.code, details);
  }
  switch (response.status) {
    case 401: return new HubError('ERR_UNAUTHORIZED', details);
    case 429: return new HubError('ERR_RATE_LIMITED', details);
    case 400: case 403: case 404: case 413: return new HubError('ERR_BAD_REQUEST', details);
    default: return new HubError('ERR_UNAVAILABLE', details);
  }
}

function seconds(header) {
  const number = Number.parseInt(header ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
