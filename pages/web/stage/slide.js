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
  if (pick) inner.on("plotly_click", (event) => {
    const data = event.points[0]?.customdata, code = Array.isArray(data) ? data[0] : data;
    if (code) pick(code);
  });
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
