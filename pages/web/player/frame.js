/* The frame that plays a bundle. */
import { preview, speed } from "./options.js";

/** @typedef {import("../types").Bundle} Bundle */
/** @typedef {import("../types").Player} Player */

export const NEEDED = ["fonts.css", "player.css", "plotly.js", "shapes.json", "scenes.json", "player.js"];
const RULES = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
];
const POLICY = `<meta http-equiv="Content-Security-Policy" content="${RULES.join("; ")}">`; // from a disk too

/**
 * A frame that draws a bundle out of sight; it plays once it is asked to.
 * @param {Bundle} bundle
 * @param {string} topology
 * @param {number} offset ms that the screen's clock is behind
 * @returns {Player}
 */
export function framed(bundle, topology, offset) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts"); // an origin of its own: nothing of the server's is its
  frame.title = bundle.manifest.title;
  frame.srcdoc = playerPage(bundle.parts, topology, offset);
  return { bundle, frame, ready: false, atOnce: false, scenes: 0, failed: [], late: 0 };
}

/**
 * @param {Record<string, string>} parts
 * @param {string} topology
 * @param {number} offset
 */
function playerPage(parts, topology, offset) {
  const [fonts, style, plotly, shapes, scenes, script] = NEEDED.map((name) => parts[name]);
  const options = JSON.stringify({ speed, offset, preview });
  return [
    `<!doctype html><html><head><meta charset=utf-8>${POLICY}<style>${fonts}${style}</style></head><body>`,
    `<script>window.PlotlyGeoAssets={topojson:${topology}};window.OPTIONS=${options};`,
    `window.SHAPES=${shapes};window.SCENES=${scenes};</script>`,
    `<script>${plotly}</script><script>${script}</script></body></html>`,
  ].join("");
}

/**
 * @param {Player} player
 * @param {object} message
 */
export const tellPlayer = ({ frame }, message) => frame.contentWindow?.postMessage(message, "*");
