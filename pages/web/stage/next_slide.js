/* A small picture of the slide that comes next, for the chair alone: a copy that nobody can click. */
import { node, pause } from "./nodes.js";
import { laidOut } from "./slide.js";

const CALM = 150; // ms after the current slide has appeared

export class NextSlide {
  /** @param {import("./stage.js").Stage} stage whose slides are copied */
  constructor(stage) {
    this.stage = stage;
    this.wanted = "";
    this.root = node("div", { className: "stage" });
    this.frame = node("div", { className: "next-picture", inert: true, ariaHidden: "true" }, this.root);
    new ResizeObserver(() => laidOut(this.root, this.frame, stage.size)).observe(this.frame);
  }

  /**
   * Copies a slide once nothing later has been asked for; the stage draws it where it has not yet.
   * @param {string} key "" after the last slide
   */
  async show(key) {
    if (key === this.wanted) return;
    this.wanted = key;
    this.root.replaceChildren();
    this.frame.hidden = !key;
    await pause(CALM);
    if (!key || this.wanted !== key) return;
    const slide = await this.stage.load(key).catch(() => null); // the line is away: its title stands there
    if (this.wanted !== key) return;
    if (slide) this.root.replaceChildren(copyOf(slide.node));
    else this.wanted = "";
  }
}

/**
 * A drawn slide again, without the marks of districts; what it clips and fills by is the original's.
 * @param {HTMLElement} slide
 */
function copyOf(slide) {
  const copy = /** @type {HTMLElement} */ (slide.cloneNode(true));
  copy.classList.remove("on");
  for (const part of copy.querySelectorAll(".shown, .own")) part.classList.remove("shown", "own");
  return copy;
}
