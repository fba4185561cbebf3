/* What stands on the page, by the key of its container, and who draws it anew. */

/** @typedef {{ html: Record<string, string>, drawn: Record<string, any> }} Parts */

/** @type {Map<string, (content: any) => void>} */
const drawers = new Map();

/**
 * Tells who draws the content of a container; once for each that stands there.
 * @param {string} key
 * @param {(content: any) => void} draw
 * @returns {() => void} ends it
 */
export function drawsIn(key, draw) {
  drawers.set(key, draw);
  return () => {
    if (drawers.get(key) === draw) drawers.delete(key);
  };
}

/**
 * Puts parts into their places, all in one go: nothing of another year stands beside them.
 * @param {Parts} parts
 */
export function show({ html, drawn }) {
  for (const [key, text] of Object.entries(html)) {
    const place = document.querySelector(`.st-key-${CSS.escape(key)} [data-testid=stHtml]`);
    if (place && place.innerHTML !== text) place.innerHTML = text;
  }
  for (const [key, content] of Object.entries(drawn)) drawers.get(key)?.(content);
}
