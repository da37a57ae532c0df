const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. In `attributes`, `class` and `text` are what they say, a function is a listener (`click: ...`),
 * true is an attribute without a value, and false, null and undefined are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (name === 'text') {
      element.textContent = value;
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter(Boolean));
  return element;
}

/** Makes one of the page's icons, which says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'use'));
  setIcon(svg, name);
  return svg;
}

export function setIcon(svg, name) {
  const reference = `icons.svg#${name}`;
  const use = svg.firstElementChild;
  if (use.getAttribute('href') !== reference) {
    use.setAttribute('href', reference);
  }
}

/** Changes text only if it differs, so that a screen reader does not read it again. */
export function setText(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

export function setAttribute(element, name, value) {
  if (value === null || value === false) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/** Puts a label on what shows none, for screen readers and as a tip. */
export function setLabel(element, words) {
  setAttribute(element, 'aria-label', words);
  setAttribute(element, 'title', words);
}

/** Shows what a camera or a remote side sends, or nothing for null. */
export function showTrack(video, track) {
  const shown = video.srcObject?.getTracks()[0] ?? null;
  if (shown !== track) {
    video.srcObject = track ? new MediaStream([track]) : null;
  }
}
