/* Draws one slide's content once: heading, figure, table, foot. Used by presenter, sites, hand-out and public displays. */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export function node(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/* number: at the foot's right. shapes: address → GeoJSON that is here already. pick: called with a district's code; codes: those it knows. still: nothing to hover. zoom: of the figure's type and lines. narrow: higher than wide. */
export async function drawSlide(root, content, { number = "", shapes = {}, topology = "", pick = null, codes = [], still = false, zoom = 1, narrow = false } = {}) {
  const body = node("div", { className: "content" });
  const head = node("div", { className: "head" }, node("h1", { textContent: content.title }));
  if (content.mark) head.append(node("span", { className: "badge", textContent: content.mark }));
  const slide = node("section", { className: "slide" }, head);
  if (content.subtitle) slide.append(node("p", { className: "subtitle", textContent: content.subtitle }));
  slide.append(body, node("footer", {}, node("span", { className: "source", textContent: content.foot }), node("span", { className: "number", textContent: number })));
  root.append(slide);
  if (content.body) body.append(node("div", { className: "body", innerHTML: content.body }));
  if (content.table) body.append(tableNode(content.table, pick, codes));
  if (content.figure) await drawFigure(body, content, { shapes, topology, pick, still, zoom, narrow });
  return slide;
}

async function drawFigure(body, content, { shapes, topology, pick, still, zoom, narrow }) {
  while (!window.Plotly) await pause(20);
  const figure = JSON.parse(content.figure), place = node("div", { className: "figure", role: "img", ariaLabel: content.finding });
  body.append(place);
  if (content.legend) body.append(node("div", { className: "map-legend", innerHTML: content.legend }));
  for (const trace of figure.data) trace.geojson = shapes[trace.geojson] ?? trace.geojson;
  Object.assign(figure.layout, { width: place.clientWidth / zoom, height: place.clientHeight / zoom, autosize: false, paper_bgcolor: "rgba(0,0,0,0)" });
  if (narrow) stagger(figure.layout);
  const inner = zoom === 1 ? place : place.appendChild(node("div"));
  if (zoom !== 1) Object.assign(inner.style, { transform: `scale(${zoom})`, transformOrigin: "0 0", width: `${100 / zoom}%`, height: `${100 / zoom}%` });
  await window.Plotly.newPlot(inner, figure.data, figure.layout, { displayModeBar: false, topojsonURL: topology, staticPlot: still });
  writeCodes(inner, figure.data);
  if (pick) inner.on("plotly_click", (event) => {
    const data = event.points[0]?.customdata, code = Array.isArray(data) ? data[0] : data;
    if (code) pick(code);
  });
}

/* Writes the area's code on each shape, point, bar and map label as data-code. Traces carry codes as customdata;
   Plotly draws the traces of a layer, and what they hold, in the order given, without points that have no place. */
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
      const drawn = group.querySelectorAll(parts), codes = codesOf(trace, drawn.length);
      drawn.forEach((part, n) => { if (codes[n]) part.dataset.code = codes[n]; });
    }
  }
}

/* Where Plotly draws a trace: the groups of its layer, one a trace, and what stands for a point in them. */
function layerOf({ type, geo = "geo" }) {
  if (type === "choropleth") return { groups: `.geo.${geo} .trace.choropleth`, parts: ["path.choroplethlocation"] };
  if (type === "scattergeo") return { groups: `.geo.${geo} .trace.scattergeo`, parts: ["path.point", "text"] };
  if (type === "bar") return { groups: ".barlayer > .trace", parts: [".point > path"] };
  return (type ?? "scatter") === "scatter" ? { groups: ".scatterlayer > .trace", parts: ["path.point"] } : null;
}

/* The codes of what is drawn: of all points, or of those that have a place. */
function codesOf({ customdata, x, y }, count) {
  const codes = customdata.map((data) => String((Array.isArray(data) ? data[0] : data) ?? ""));
  const placed = x && y && codes.length !== count ? codes.filter((_, n) => x[n] != null && y[n] != null) : codes;
  return placed.length === count ? placed : [];
}

/* Labels of breaks that would run into each other stand one above the other, as stairs of three. */
function stagger(layout) {
  const labels = (layout.annotations ?? []).filter((note) => note.name === "break");
  const tall = Math.max(0, ...labels.map((note) => note.text.split("<br>").length * note.font.size * 1.4));
  labels.forEach((note, n) => { note.yshift = (note.yshift ?? 0) + tall * (n % 3); });
  layout.margin.t += tall * Math.min(2, Math.max(0, labels.length - 1));
}

function tableNode(data, pick, codes) {
  const table = node("table");
  const head = table.createTHead().insertRow();
  for (const column of data.columns) head.append(node("th", { scope: "col" }, column.label, ...(column.unit ? [node("small", { textContent: column.unit })] : [])));
  const rows = table.createTBody();
  for (const row of data.rows) {
    const tr = rows.insertRow();
    tr.dataset.code = row.code;
    row.cells.forEach(([text, , fill, ink], n) => {
      const cell = node(n === data.header ? "th" : "td", { textContent: text });
      if (fill) Object.assign(cell.style, { background: fill, color: ink });
      tr.append(cell);
    });
    if (pick && codes.includes(row.code)) {
      tr.tabIndex = 0;
      tr.onclick = () => pick(row.code);
      tr.onkeydown = (event) => event.key === "Enter" && pick(row.code);
    }
  }
  return table;
}
