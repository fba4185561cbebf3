/* When a scene is on. A screen that does not know the time shows what holds always. */

/** @typedef {import("../types").Scene} Scene */

const DAY = 86400000;
const { made } = window.SCENES;

export const now = () => new Date(Date.now() + window.OPTIONS.offset);

/* Whether the clock can be right: no screen plays figures of tomorrow. */
export const clockKnown = () => now().getTime() > Date.parse(made) - DAY;

/** @param {string} text */
const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/**
 * @param {[string, string]} hours from and until, perhaps over midnight
 * @param {Date} at
 */
export function within(hours, at) {
  const [from, until] = hours.map(minutes),
    minute = at.getHours() * 60 + at.getMinutes();
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** @param {Date} at */
export function isoDay(at) {
  const [month, day] = [at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${at.getFullYear()}-${month}-${day}`;
}

/** @param {Scene} scene */
export function isOn({ days, hours, first_day, last_day }) {
  if (!clockKnown()) return !first_day && !last_day;
  const at = now(),
    today = isoDay(at);
  const begun = !first_day || first_day <= today,
    over = !!last_day && last_day < today;
  return days.includes(at.getDay() || 7) && (!hours || within(hours, at)) && begun && !over;
}
