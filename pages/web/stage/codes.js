/* Writes the codes of areas on what Plotly has drawn, so that a district can be clicked and marked. */

/** @typedef {import("../types").Trace} Trace */

/**
 * Writes the area's code on each shape, point, bar and map label as data-code. Traces carry codes as
 * customdata; Plotly draws the traces of a layer, and what they hold, in the order given, without points that
 * have no place.
 * @param {Element} place
 * @param {Trace[]} traces
 */
export function writeCodes(place, traces) {
  const counts = new Map();
  for (const trace of traces) {
    const layer = layerOf(trace);
    if (!layer) continue;
    const nth = counts.get(layer.groups) ?? 0;
    counts.set(layer.groups, nth + 1);
    const group = place.querySelectorAll(layer.groups)[nth];
    if (!group || !trace.customdata) continue;
    for (const parts of layer.parts) {
      /** @type {NodeListOf<HTMLElement | SVGElement>} */
      const drawn = group.querySelectorAll(parts);
      const codes = codesOf(trace, drawn.length);
      drawn.forEach((part, n) => {
        if (codes[n]) part.dataset.code = codes[n];
      });
    }
  }
}

/**
 * Where Plotly draws a trace: the groups of its layer, one a trace, and what stands for a point in them.
 * @param {Trace} trace
 */
function layerOf({ type, geo = "geo" }) {
  if (type === "choropleth") {
    return { groups: `.geo.${geo} .trace.choropleth`, parts: ["path.choroplethlocation"] };
  }
  if (type === "scattergeo") {
    return { groups: `.geo.${geo} .trace.scattergeo`, parts: ["path.point", "text"] };
  }
  if (type === "bar") return { groups: ".barlayer > .trace", parts: [".point > path"] };
  return (type ?? "scatter") === "scatter"
    ? { groups: ".scatterlayer > .trace", parts: ["path.point"] }
    : null;
}

/**
 * The codes of what is drawn: of all points, or of those that have a place.
 * @param {Trace} trace
 * @param {number} count
 */
function codesOf({ customdata = [], x, y }, count) {
  const codes = customdata.map((data) => String((Array.isArray(data) ? data[0] : data) ?? ""));
  const placed =
    x && y && codes.length !== count ? codes.filter((_, n) => x[n] != null && y[n] != null) : codes;
  return placed.length === count ? placed : [];
}
