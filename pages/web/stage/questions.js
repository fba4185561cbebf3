/* The chair's form of free questions: indicator, year, view; and back to the agenda. */
import { button } from "./entry.js";
import { node } from "./nodes.js";
import { ask, say } from "./server.js";

/** @typedef {{ id: string, name: string, years: number[] }} Choice */
const VIEWS = ["ban_do", "xep_hang", "dien_bien", "ke_hoach"];

/**
 * @param {import("../types").Plan} plan of the conference, whose year is chosen first
 * @param {(command: import("../types").Command) => void} act
 */
export function questionForm({ code, year }, act) {
  const list = node("select", { id: "ask-indicator", ariaLabel: say.indicator });
  const years = node("select", { id: "ask-year", ariaLabel: say.year });
  const views = node("select", { id: "ask-view" }, ...VIEWS.map((view) => option(view, say[`view_${view}`])));
  ask(`hoi-nghi/${code}/lua-chon.json`)
    .then((known) => fill(list, years, known, year))
    .catch(() => {});
  const question = () => ({ indicator: list.value, year: +years.value, view: views.value });
  const buttons = [
    button(say.ask, () => act({ question: question() }), true),
    button(say.back_to_agenda, () => act({ question: null })),
  ];
  return node(
    "div",
    { className: "ask" },
    node("h2", { textContent: say.question }),
    list,
    node("div", { className: "buttons" }, years, views),
    node("div", { className: "buttons" }, ...buttons),
  );
}

/**
 * The indicators that can be asked for, and the years of the chosen one, newest first.
 * @param {HTMLSelectElement} list
 * @param {HTMLSelectElement} years
 * @param {Choice[]} known
 * @param {number} first chosen where the indicator has it, as is the year chosen last
 */
function fill(list, years, known, first) {
  const showYears = () => {
    const offered = known.find((choice) => choice.id === list.value)?.years ?? [];
    const wanted = +years.value || first;
    years.replaceChildren(...[...offered].reverse().map((y) => option(String(y), String(y))));
    if (offered.includes(wanted)) years.value = String(wanted);
  };
  list.append(...known.map((choice) => option(choice.id, choice.name)));
  list.onchange = showYears;
  showYears();
}

/**
 * @param {string} value
 * @param {string} text
 */
const option = (value, text) => node("option", { value, textContent: text });
