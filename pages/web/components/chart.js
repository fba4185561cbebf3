/* A figure, drawn by Plotly and kept alive: new content changes it in place. */
import { pickByKeys } from "./keys.js";
import { uncrowd } from "./labels.js";
import { drawsIn } from "./shown.js";

/**
 * @typedef {object} Chart
 * @property {{ data: import("../types").Trace[], layout: Record<string, any> }} figure as Plotly takes it
 * @property {object} config Plotly's
 * @property {string} alt the figure in words
 * @property {{ needed: string, whole: string }} plotly addresses of what draws it, and of the whole
 */
/** @typedef {HTMLElement & { on: (name: string, call: (event: any) => void) => void }} Drawn */

/** @type {Map<string, Promise<void>>} */
const fetched = new Map();
let last = Promise.resolve(); // scripts are run one after another: the whole one stays
/** @typedef {{ text: string, pick: ((code: string) => void) | null }} Standing */
/** @type {WeakMap<Element, Standing>} what stands in a root */
const standing = new WeakMap();
const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

/**
 * @param {object} component
 * @param {Chart & { container: string, picked: boolean }} component.data
 * @param {ParentNode} component.parentElement
 * @param {(name: string, value: string) => void} component.setTriggerValue
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {Drawn} */ (parentElement.querySelector(".root"));
  /** @type {Standing} */
  const known = standing.get(root) ?? { text: "", pick: null };
  known.pick = data.picked ? (code) => setTriggerValue("picked", code) : null;
  standing.set(root, known);
  root.classList.add("d-chart");
  const draw = (/** @type {Chart} */ chart) => drawn(root, chart);
  const ends = drawsIn(data.container, draw);
  const drawing = () => {
    draw(data);
    resized.observe(root);
  };
  script(data.plotly).then(drawing, () => (root.textContent = data.alt));
  return () => {
    ends();
    resized.unobserve(root);
  };
}

/**
 * Fetches what draws a figure once; nothing where the whole Plotly has been asked for.
 * @param {Chart["plotly"]} plotly
 */
function script({ needed, whole }) {
  const address = fetched.has(whole) ? whole : needed;
  const known = fetched.get(address);
  if (known) return known;
  const found = last.then(() => run(address));
  fetched.set(address, found);
  last = found.catch(() => void fetched.delete(address)); // lost on the line: the next figure asks again
  return found;
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
function run(address) {
  return new Promise((done, fail) => {
    const element = document.createElement("script");
    Object.assign(element, { src: address, onload: () => done(), onerror: fail });
    document.head.append(element);
  });
}

/**
 * @param {Drawn} root
 * @param {Chart} chart
 */
function drawn(root, { figure, config, alt }) {
  const known = standing.get(root),
    text = JSON.stringify(figure);
  if (!known || known.text === text) return;
  const first = !known.text;
  known.text = text;
  root.setAttribute("role", "figure"); // not "img": its buttons are reached by keys
  root.setAttribute("aria-label", alt);
  window.Plotly.react(root, figure.data, figure.layout, config);
  if (!first) return;
  const pick = (/** @type {string} */ code) => code && known.pick?.(code);
  root.on("plotly_click", ({ points }) => pick(codeOf(points[0])));
  root.on("plotly_afterplot", () => {
    uncrowd(root);
    if (known.pick) pickByKeys(root, drawnIn(root), pick);
  });
}

/**
 * @param {HTMLElement} root to which Plotly writes what it has drawn
 */
function drawnIn(root) {
  const { data, layout } = /** @type {any} */ (root);
  return { traces: data, unit: layout.meta?.b ?? "" };
}

/**
 * The code that a mark carries, first in its data, or as the place that it fills.
 * @param {{ customdata?: string | string[], location?: string }} point
 */
function codeOf({ customdata, location }) {
  const code = Array.isArray(customdata) ? customdata[0] : customdata;
  return code || String(location ?? "").split(":")[0];
}

/** @param {Element} root */
function fit(root) {
  if (root.isConnected && root.clientWidth && root.clientHeight && standing.get(root)?.text)
    window.Plotly.Plots.resize(/** @type {HTMLElement} */ (root)).catch(() => {}); // gone meanwhile
}
