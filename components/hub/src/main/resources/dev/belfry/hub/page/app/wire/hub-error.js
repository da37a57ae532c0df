/** A refusal of the hub, or that it cannot be reached; `code` is one of the hub's error codes. */
export class HubError extends Error {
  constructor(code, {field, status, retryAfter} = {}) {
    super(field ? `${code} (${field})` : code);
    this.name = 'HubError';
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static connectionLost() {
    return new HubError('ERR_CONNECTION_LOST');
  }

  /** Returns whether the same request may succeed in a moment. */
  get isPassing() {
    return this.code === 'ERR_CONNECTION_LOST'
        || this.code === 'ERR_UNAVAILABLE'
        || (this.code === 'ERR_RATE_LIMITED' && (this.retryAfter ?? 1) <= 2);
  }

  get isLineDown() {
    return this.code === 'ERR_CONNECTION_LOST';
  }

  /** Returns whether it says that there is no such call, or no longer. */
  get isGone() {
    return this.code === 'ERR_CALL_SESSION_NOT_FOUND' || this.code === 'ERR_CALL_TERMINATED';
  }
}
