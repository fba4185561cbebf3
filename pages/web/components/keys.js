/* The districts of a map as one stop of the Tab key, between which arrow keys move; Enter picks. */

/** @typedef {SVGPathElement & { __data__?: { loc: string } }} Land and what Plotly binds to it */
/**
 * @typedef {object} Trace
 * @property {string[]} [locations]
 * @property {string[]} [text]
 * @property {string[][]} [customdata] code, value or why there is none
 * @property {string} [hovertemplate] which writes the unit behind a value
 */

const LAND = "path.choroplethlocation";
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/**
 * To be called after each drawing.
 * @param {HTMLElement} root in which Plotly has drawn a map
 * @param {{ traces: Trace[], unit: string }} drawn unit: as it is written behind a value
 * @param {(code: string) => void} pick
 */
export function pickByKeys(root, { traces, unit }, pick) {
  const districts = [...named(root, traces, unit)];
  if (!districts.length) return;
  root.setAttribute("role", "group");
  const stop = districts.find(([code]) => code === root.dataset.stop) ?? districts[0];
  for (const [code, { land, name }] of districts) {
    land.setAttribute("role", "button");
    land.setAttribute("aria-label", name);
    land.tabIndex = code === stop[0] ? 0 : -1;
  }
  root.onkeydown = (event) => {
    const at = districts.findIndex(([, { land }]) => land === event.target);
    if (at < 0) return;
    const by = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    if (by !== undefined) go(root, districts, Math.min(Math.max(at + by, 0), districts.length - 1));
    else if (event.key === "Enter" || event.key === " ") pick(districts[at][0]);
    else return;
    event.preventDefault();
  };
}

/**
 * @param {HTMLElement} root
 * @param {[string, { land: Land }][]} districts
 * @param {number} to
 */
function go(root, districts, to) {
  const [code, { land }] = districts[to];
  root.dataset.stop = code;
  districts.forEach(([, one], n) => (one.land.tabIndex = n === to ? 0 : -1));
  land.focus();
}

/**
 * Code → the district's largest shape and what is said of it, in the order of the traces' rows.
 * @param {HTMLElement} root
 * @param {Trace[]} traces
 * @param {string} unit
 */
function named(root, traces, unit) {
  /** @type {Map<string, { land: Land, name: string }>} */
  const found = new Map();
  const shapes = /** @type {Land[]} */ ([...root.querySelectorAll(LAND)]);
  for (const { locations = [], text = [], customdata = [], hovertemplate = "" } of traces) {
    const after = hovertemplate.includes("layout.meta.b") ? unit : "";
    for (const [n, code] of customdata.map((row) => row[0]).entries()) {
      const land = shapes.find((shape) => shape.__data__?.loc === locations[n]);
      if (land && locations[n] === code && !found.has(code))
        found.set(code, { land, name: `${text[n]}: ${customdata[n][1]}${after}` });
    }
  }
  return found;
}
