/* Draws one slide's content once: heading, figure, table, foot. For presenter, sites, hand-out, displays. */
import { writeCodes } from "./codes.js";
import { node, pause } from "./nodes.js";
import { tableNode } from "./slide_table.js";

/** @typedef {import("../types").Content} Content */
/**
 * @typedef {object} Manner
 * @property {string} number at the foot's right
 * @property {Record<string, unknown>} shapes address → GeoJSON that is here already
 * @property {string} topology where Plotly finds its own
 * @property {((code: string) => void) | null} pick called with a district's code
 * @property {string[]} codes those it knows
 * @property {boolean} still nothing to hover
 * @property {number} zoom of the figure's type and lines
 */

const FONTS = 2000; // ms that a figure waits for fonts, where a line is slow

/** @type {Manner} */
const USUAL = {
  number: "",
  shapes: {},
  topology: "",
  pick: null,
  codes: [],
  still: false,
  zoom: 1,
};

/**
 * @param {HTMLElement} root
 * @param {Content} content
 * @param {Partial<Manner>} options
 */
export async function drawSlide(root, content, options = {}) {
  const manner = { ...USUAL, ...options };
  const body = node("div", { className: "content" });
  const slide = node("section", { className: "slide" }, heading(content));
  if (content.subtitle) slide.append(node("p", { className: "subtitle", textContent: content.subtitle }));
  slide.append(body, foot(content, manner.number));
  root.append(slide);
  if (content.body) body.append(node("div", { className: "body", innerHTML: content.body }));
  if (content.table) body.append(tableNode(content.table, manner.pick, manner.codes));
  if (content.figure) await drawFigure(body, content, manner);
  return slide;
}

/**
 * Scales a slide's stage so that all of it stands in the middle of its frame.
 * @param {HTMLElement} stage
 * @param {HTMLElement} frame
 * @param {number[]} size the stage's width and height in px
 */
export function laidOut(stage, frame, [width, height]) {
  const scale = Math.min(frame.clientWidth / width, frame.clientHeight / height);
  const left = (frame.clientWidth - width * scale) / 2,
    top = (frame.clientHeight - height * scale) / 2;
  stage.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
}

/** @param {Content} content */
function heading({ title, mark }) {
  const head = node("div", { className: "head" }, node("h1", { textContent: title }));
  if (mark) head.append(node("span", { className: "badge", textContent: mark }));
  return head;
}

/**
 * @param {Content} content
 * @param {string} number
 */
function foot(content, number) {
  const source = node("span", { className: "source", textContent: content.foot });
  return node("footer", {}, source, node("span", { className: "number", textContent: number }));
}

/**
 * @param {HTMLElement} body
 * @param {Content} content
 * @param {Manner} manner
 */
async function drawFigure(body, content, { shapes, topology, pick, still, zoom }) {
  while (!window.Plotly) await pause(20);
  const figure = JSON.parse(content.figure);
  const place = node("div", { className: "figure", role: "img", ariaLabel: content.finding });
  body.append(place);
  if (content.legend) body.append(node("div", { className: "map-legend", innerHTML: content.legend }));
  for (const trace of figure.data) trace.geojson = shapes[trace.geojson] ?? trace.geojson;
  void place.clientHeight; // laid out, the text asks for its fonts: in others it takes more lines
  await Promise.race([document.fonts.ready, pause(FONTS)]);
  const size = { width: place.clientWidth / zoom, height: place.clientHeight / zoom, autosize: false };
  Object.assign(figure.layout, size, { paper_bgcolor: "rgba(0,0,0,0)" });
  const inner = zoomed(place, zoom);
  const config = { displayModeBar: false, topojsonURL: topology, staticPlot: still };
  await window.Plotly.newPlot(inner, figure.data, figure.layout, config);
  writeCodes(inner, figure.data);
  if (pick) onClick(inner, pick);
}

/**
 * Where a figure is drawn so that all of it is so much larger.
 * @param {HTMLElement} place
 * @param {number} zoom
 */
function zoomed(place, zoom) {
  if (zoom === 1) return place;
  const inner = node("div"),
    size = `${100 / zoom}%`;
  Object.assign(inner.style, {
    transform: `scale(${zoom})`,
    transformOrigin: "0 0",
    width: size,
    height: size,
  });
  place.append(inner);
  return inner;
}

/**
 * @param {HTMLElement} figure drawn by Plotly, which gives it `on`
 * @param {(code: string) => void} pick
 */
function onClick(figure, pick) {
  const drawn = /** @type {HTMLElement & { on: (name: string, call: (event: any) => void) => void }} */ (
    figure
  );
  drawn.on("plotly_click", (event) => {
    const data = event.points[0]?.customdata,
      code = Array.isArray(data) ? data[0] : data;
    if (code) pick(code);
  });
}
