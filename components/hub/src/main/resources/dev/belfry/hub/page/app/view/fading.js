const MILLIS = 3_000;

/** Fades the controls when nobody uses mouse or keyboard; never while one of them has the keyboard. */
export class Fading {
  #stage;
  #controls;
  #timer = 0;
  #allowed = false;

  constructor(stage, controls) {
    this.#stage = stage;
    this.#controls = controls;
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin', 'focusout']) {
      stage.addEventListener(event, () => this.wake());
    }
  }

  set allowed(allowed) {
    if (this.#allowed !== allowed) {
      this.#allowed = allowed;
      this.wake();
    }
  }

  wake() {
    clearTimeout(this.#timer);
    this.#stage.classList.remove('faded');
    if (this.#allowed) {
      this.#timer = setTimeout(() => this.#fade(), MILLIS);
    }
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #fade() {
    if (!this.#controls.some(each => each.matches(':focus-within, :hover'))) {
      this.#stage.classList.add('faded');
    }
  }
}
