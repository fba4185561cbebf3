/* A radio group of years: each dot stands in its place in time, the arrows step to the next one.
   Where the page lets it, the browser puts the year's parts into place at once; the server follows. */
import { arrive, fetchNear, leave, stepTo } from "./ahead.js";
import { player } from "./player.js";

/** @typedef {{year: number, shown: string, label: string, filled: boolean}} Dot */
/** @typedef {{stops: number[], start: string, stop: string}} Play */
/**
 * @typedef {object} Years
 * @property {Dot[]} dots rising
 * @property {number} year the one in force
 * @property {{group: string, before: string, after: string}} words
 * @property {string} [ahead] address of a year's parts
 * @property {string} [shape] of the page
 * @property {Play} [play] where the years can be played
 */

const SPACE = 1.5; // rem between two years: what a finger meets
const PATIENCE = 3000; // ms that a choice stands before the page must have followed
const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };

let back = 0; // when the visitor last went back or forward: what is answered then is no earlier step's
addEventListener("popstate", () => (back = Date.now()));

/**
 * @param {object} component
 * @param {Years} component.data
 * @param {ParentNode} component.parentElement
 * @param {(name: string, value: number) => void} component.setTriggerValue
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".root"));
  const until = Number(root.dataset.until ?? 0);
  const stands = until > Date.now() && until - PATIENCE > back;
  const earlier = stands && root.dataset.year !== String(data.year);
  if (earlier && root.childElementCount) return leave; // an answer to an earlier step: the last one wins
  const focused = root.contains(/** @type {ShadowRoot} */ (root.getRootNode()).activeElement);
  /** @param {number} year */
  const choose = (year) => {
    if (year === Number(root.dataset.year)) return;
    Object.assign(root.dataset, { year, until: Date.now() + PATIENCE });
    draw(root, { ...data, year }, choose);
    checked(root)?.focus();
    if (data.ahead) stepTo(data.ahead, year, data.shape ?? "", () => setTriggerValue("whole", year));
    setTriggerValue("year", year);
  };
  Object.assign(root.dataset, { year: data.year, until: 0 });
  draw(root, data, choose);
  if (focused) checked(root)?.focus();
  if (data.ahead) {
    arrive(data.ahead, data.year, data.shape ?? "");
    fetchNear(
      data.ahead,
      data.year,
      data.dots.map((dot) => dot.year),
    );
  }
  return leave;
}

/** @param {HTMLElement} root */
const checked = (root) => /** @type {HTMLElement | null} */ (root.querySelector("[aria-checked=true]"));

/**
 * @param {HTMLElement} root
 * @param {Years} data
 * @param {(year: number) => void} choose
 */
function draw(root, data, choose) {
  const years = data.dots.map((dot) => dot.year);
  const at = years.indexOf(data.year);
  /** @param {number} by */
  const move = (by) => choose(years[Math.min(Math.max(at + by, 0), years.length - 1)]);
  const shown = document.createElement("output");
  shown.textContent = data.dots[at]?.shown ?? String(data.year);
  /** @type {HTMLElement[]} */
  const parts = [
    step("◀", data.words.before, at > 0, () => move(-1)),
    shown,
    step("▶", data.words.after, at < years.length - 1, () => move(1)),
  ];
  if (years.length > 1) parts.push(end(years[0]), track(data, move, choose), end(years[years.length - 1]));
  if (data.play) parts.push(player(root, data.play, years, choose));
  root.replaceChildren(...parts);
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {boolean} possible
 * @param {() => void} act
 */
function step(sign, label, possible, act) {
  const button = document.createElement("button");
  button.className = "step";
  button.textContent = sign;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-disabled", String(!possible));
  button.onclick = act;
  return button;
}

/** @param {number} year */
function end(year) {
  const text = document.createElement("span");
  text.className = "end";
  text.setAttribute("aria-hidden", "true");
  text.textContent = String(year);
  return text;
}

/**
 * @param {Years} data
 * @param {(by: number) => void} move
 * @param {(year: number) => void} choose
 */
function track(data, move, choose) {
  const line = document.createElement("div");
  const first = data.dots[0].year;
  const span = data.dots[data.dots.length - 1].year - first;
  line.className = "track";
  line.style.width = `${span * SPACE}rem`;
  line.setAttribute("role", "radiogroup");
  line.setAttribute("aria-label", data.words.group);
  for (const dot of data.dots) {
    const button = document.createElement("button");
    button.setAttribute("role", "radio");
    button.setAttribute("aria-checked", String(dot.year === data.year));
    button.setAttribute("aria-label", dot.label);
    button.title = dot.label;
    button.className = dot.filled ? "filled" : "";
    button.tabIndex = dot.year === data.year ? 0 : -1;
    button.style.left = `${(100 * (dot.year - first)) / span}%`;
    button.onclick = () => choose(dot.year);
    line.append(button);
  }
  line.onkeydown = (event) => {
    const by = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    if (by === undefined) return;
    event.preventDefault();
    move(by);
  };
  return line;
}
