/* The screen that scenes are shown on: its parts, its size, the clock's line. */
import { node } from "../stage/nodes.js";

// steps by which the picture moves, px, so that nothing burns in
const SHIFT = [
  [0, 0],
  [3, 0],
  [3, 3],
  [0, 3],
  [-3, 3],
  [-3, 0],
  [-3, -3],
  [0, -3],
  [3, -3],
];

export const portrait = innerHeight > innerWidth;
const [WIDTH, HEIGHT] = portrait ? [1080, 1920] : [1920, 1080];

export const root = node("div", { className: `display${portrait ? " portrait" : ""}` });
export const stage = node("div", { className: "scenes" });
export const line = node("i"),
  late = node("span", { className: "late" }),
  place = node("span", { className: "place" }),
  time = node("span", { className: "time" }),
  dark = node("div", { className: "night" });

root.append(
  stage,
  node("div", { className: "progress" }, line),
  node("div", { className: "bar" }, place, late, time),
);
document.body.append(root, dark);

/**
 * Fits the picture into the window.
 * @param {number} step which of the small shifts
 */
export function fit(step) {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT),
    [x, y] = SHIFT[step % SHIFT.length];
  const left = (innerWidth - WIDTH * scale) / 2 + x,
    top = (innerHeight - HEIGHT * scale) / 2 + y;
  root.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
}
