/* Plays the years one after another, within one standard. */

const STAY = 1600; // ms of a year
let timer = 0;

/**
 * A button that plays on from the year in force, and stops.
 * @param {HTMLElement} root of the stepper
 * @param {{ stops: number[], start: string, stop: string }} play
 * @param {number[]} years rising
 * @param {(year: number) => void} choose
 */
export function player(root, play, years, choose) {
  const button = document.createElement("button");
  button.className = "play";
  const playing = () => timer !== 0;
  const name = () => {
    const standing = root.querySelector(".play") ?? button; // a step has drawn another one
    standing.textContent = playing() ? `■ ${play.stop}` : `▶ ${play.start}`;
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
  };
  const step = () => {
    const year = Number(root.dataset.year);
    const next = years[years.indexOf(year) + 1];
    if (!root.isConnected || play.stops.includes(year) || next === undefined) stop();
    else choose(next);
    name();
  };
  button.onclick = () => {
    if (playing()) stop();
    else {
      timer = setInterval(step, STAY);
      step();
    }
    name();
  };
  button.textContent = playing() ? `■ ${play.stop}` : `▶ ${play.start}`;
  return button;
}
