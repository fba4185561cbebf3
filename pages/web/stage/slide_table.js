/* A slide's table. */
import { node } from "./nodes.js";

/** @typedef {import("../types").SlideTable} SlideTable */
/** @typedef {((code: string) => void) | null} Pick */

/**
 * @param {SlideTable} data
 * @param {Pick} pick called with a row's code
 * @param {string[]} codes those that can be picked
 */
export function tableNode(data, pick, codes) {
  const table = node("table");
  table.createTHead().append(headingRow(data));
  const rows = table.createTBody();
  for (const row of data.rows) {
    const line = rows.insertRow();
    line.dataset.code = row.code;
    line.append(...row.cells.map((cell, n) => cellNode(cell, n === data.header)));
    if (pick && codes.includes(row.code)) pickable(line, () => pick(row.code));
  }
  return table;
}

/** @param {SlideTable} data */
function headingRow({ columns }) {
  const row = node("tr");
  for (const { label, unit } of columns) {
    row.append(node("th", { scope: "col" }, label, ...(unit ? [node("small", { textContent: unit })] : [])));
  }
  return row;
}

/**
 * @param {import("../types").TableCell} cell
 * @param {boolean} heading
 */
function cellNode([text, , fill, ink], heading) {
  const cell = node(heading ? "th" : "td", { textContent: text });
  if (fill) Object.assign(cell.style, { background: fill, color: ink });
  return cell;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {() => void} pick
 */
function pickable(row, pick) {
  row.tabIndex = 0;
  row.onclick = pick;
  row.onkeydown = (event) => event.key === "Enter" && pick();
}
