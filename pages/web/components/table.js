/* A table of figures: numbers are written by the server, sorted here by their raw values. */
import { drawsIn } from "./shown.js";

/** @typedef {{label: string, numeric: boolean, unit: string, bar: boolean}} Column */
/** @typedef {[text: string, value: number | string | null, fill?: string, ink?: string]} Cell */
/** @typedef {{code: string, selected: boolean, cells: Cell[]}} Row */
/**
 * @typedef {object} Table
 * @property {Column[]} columns
 * @property {Row[]} rows
 * @property {number} header the column that names the rows
 * @property {string} caption
 * @property {string} sort what a click on a heading does
 * @property {string} language
 */
/** @typedef {[column: number, direction: number]} Order */

/** @type {WeakMap<HTMLElement, { data: Table, pick: (code: string) => void }>} what stands in a root */
const standing = new WeakMap();

/**
 * Draws the table into the component and keeps its order when new data come.
 * @param {object} component
 * @param {Table & { container: string }} component.data
 * @param {ParentNode} component.parentElement
 * @param {(name: string, value: string) => void} component.setTriggerValue
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".root"));
  const pick = (/** @type {string} */ code) => setTriggerValue("picked", code);
  /** @param {Table} content */
  const show = (content) => {
    standing.set(root, { data: content, pick });
    draw(root);
  };
  show(data);
  return drawsIn(data.container, show);
}

/** @param {HTMLElement} root */
function draw(root) {
  const known = standing.get(root);
  if (!known) return;
  const { data, pick } = known;
  /** @type {Order | null} */
  const order = root.dataset.order ? JSON.parse(root.dataset.order) : null;
  /** @param {number} column */
  const sortBy = (column) => {
    const next = nextOrder(data.columns[column], column, order);
    root.dataset.order = next ? JSON.stringify(next) : "";
    draw(root);
  };
  const table = document.createElement("table");
  table.append(element("caption", data.caption), head(data, order, sortBy), body(data, order, pick));
  const focused = root.contains(/** @type {ShadowRoot} */ (root.getRootNode()).activeElement);
  root.replaceChildren(table);
  const stop = oneStop(table, root, data.header);
  if (focused) stop?.focus();
}

/**
 * Makes the table's buttons one stop of the Tab key, between which arrow keys, Home and End move.
 * @param {HTMLTableElement} table
 * @param {HTMLElement} root remembers where the stop is
 * @param {number} header the column that names the rows
 * @returns {HTMLElement | undefined} the stop
 */
function oneStop(table, root, header) {
  const [heads, rows] = [table.tHead, table.tBodies[0]].map((part) => [
    .../** @type {HTMLTableSectionElement} */ (part).querySelectorAll("button"),
  ]);
  const buttons = [...heads, ...rows];
  /** @param {HTMLElement} button */
  const stopAt = (button) => {
    for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
    root.dataset.stop = button.dataset.stop;
  };
  table.addEventListener("focusin", ({ target }) => stopAt(/** @type {HTMLElement} */ (target)));
  table.onkeydown = (event) => {
    const from = /** @type {HTMLButtonElement} */ (event.target);
    const next = neighbour(from, event.key, heads, rows, header);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const stop = buttons.find((button) => button.dataset.stop === root.dataset.stop) ?? buttons[0];
  if (stop) stopAt(stop);
  return stop;
}

/**
 * Where a key leads from a button, undefined where nowhere.
 * @param {HTMLButtonElement} from
 * @param {string} key
 * @param {HTMLButtonElement[]} heads
 * @param {HTMLButtonElement[]} rows
 * @param {number} header
 * @returns {HTMLButtonElement | undefined}
 */
function neighbour(from, key, heads, rows, header) {
  const line = heads.includes(from) ? heads : rows;
  const at = line.indexOf(from);
  /** @type {Record<string, HTMLButtonElement | undefined>} */
  const along =
    line === heads
      ? { ArrowLeft: heads[at - 1], ArrowRight: heads[at + 1], ArrowDown: rows[0] }
      : { ArrowUp: rows[at - 1] ?? heads[header], ArrowDown: rows[at + 1] };
  return { ...along, Home: line[0], End: line.at(-1) }[key];
}

/**
 * First click: numbers fall and names rise; second: the other way; third: the order of the data.
 * @param {Column} column
 * @param {number} index
 * @param {Order | null} order
 * @returns {Order | null}
 */
function nextOrder(column, index, order) {
  const first = column.numeric ? -1 : 1;
  if (!order || order[0] !== index) return [index, first];
  return order[1] === first ? [index, -first] : null;
}

/**
 * The rows in an order; who has no figure stands last, whichever way.
 * @param {Table} data
 * @param {Order | null} order
 */
function sorted(data, order) {
  if (!order) return data.rows;
  const [column, direction] = order;
  const collator = new Intl.Collator(data.language);
  return data.rows.slice().sort((a, b) => {
    const [x, y] = [a.cells[column][1], b.cells[column][1]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const apart = typeof x === "number" ? x - Number(y) : collator.compare(x, String(y));
    return direction * apart;
  });
}

/**
 * @param {Table} data
 * @param {Order | null} order
 * @param {(column: number) => void} sortBy
 */
function head(data, order, sortBy) {
  const line = document.createElement("tr");
  data.columns.forEach((column, index) => {
    const direction = order && order[0] === index ? order[1] : 0;
    const cell = element("th", "", column.numeric);
    cell.scope = "col";
    cell.ariaSort = ["descending", "none", "ascending"][direction + 1];
    const arrow = [" ▼", "", " ▲"][direction + 1];
    const click = button(column.label + arrow, () => sortBy(index));
    click.title = data.sort;
    click.dataset.stop = `head ${index}`;
    cell.append(click);
    if (column.unit) cell.append(element("small", column.unit));
    line.append(cell);
  });
  const section = document.createElement("thead");
  section.append(line);
  return section;
}

/**
 * @param {Table} data
 * @param {Order | null} order
 * @param {(code: string) => void} pick
 */
function body(data, order, pick) {
  const section = document.createElement("tbody");
  const longest = data.columns.map((_, index) =>
    Math.max(...data.rows.map((row) => Number(row.cells[index][1]))),
  );
  for (const row of sorted(data, order)) {
    const line = section.insertRow();
    line.ariaSelected = String(row.selected);
    row.cells.forEach(([text, value, fill, ink], index) => {
      const named = index === data.header;
      const cell = element(named ? "th" : "td", named ? "" : text, data.columns[index].numeric);
      if (named) {
        cell.scope = "row";
        const click = button(text, () => pick(row.code));
        click.dataset.stop = `row ${row.code}`;
        cell.append(click);
      }
      if (fill && ink) Object.assign(cell.style, { background: fill, color: ink });
      if (data.columns[index].bar && longest[index] > 0) {
        cell.className += " bar";
        cell.style.setProperty("--share", `${(100 * Math.max(0, Number(value))) / longest[index]}%`);
      }
      line.append(cell);
    });
  }
  return section;
}

/**
 * An element with a text; numbers stand at the right.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} text
 * @param {boolean} [numeric]
 */
function element(tag, text, numeric = false) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (numeric) node.className = "n";
  return node;
}

/**
 * @param {string} text
 * @param {() => void} click
 */
function button(text, click) {
  const node = element("button", text);
  node.type = "button";
  node.onclick = click;
  return node;
}
