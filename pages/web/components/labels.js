/* On a narrow map a name that would run into another one is left out. */

const NARROW = 500; // px

/**
 * To be called after each drawing.
 * @param {HTMLElement} root in which Plotly has drawn a map
 */
export function uncrowd(root) {
  /** @type {DOMRect[]} */
  const kept = [];
  /** @type {NodeListOf<SVGTextElement>} */
  const names = root.querySelectorAll(".scattergeo text");
  for (const name of names) {
    const box = name.getBoundingClientRect();
    const hidden = root.clientWidth < NARROW && kept.some((other) => meet(box, other));
    name.style.visibility = hidden ? "hidden" : "";
    if (!hidden && box.width) kept.push(box);
  }
}

/**
 * @param {DOMRect} a
 * @param {DOMRect} b
 */
function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
