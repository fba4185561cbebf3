/* The stage: draws slides once, keeps them, shows one of them, marks districts. For presenter and sites. */
import { node, pause } from "./nodes.js";
import { ask, tell, topology } from "./server.js";
import { drawSlide, laidOut } from "./slide.js";

/** @typedef {import("../types").Plan} Plan */
/** @typedef {import("../types").State} State */
/** @typedef {{ node: HTMLElement, content: import("../types").Content }} Drawn */

const WIDTH = 1920,
  HEIGHT = 1080,
  UPRIGHT = 900; // px that a slide is wide for on a telephone held upright
const QUESTIONS_KEPT = 6;
const SHAPES = "path.choroplethlocation, .scatterlayer path.point, .barlayer path, .scattergeo path.point";

export class Stage {
  /**
   * @param {HTMLElement} frame
   * @param {Plan} plan
   * @param {((code: string) => void) | null} onPick
   * @param {boolean} turns lays slides anew in a window that is higher than wide
   */
  constructor(frame, plan, onPick = null, turns = false) {
    this.turns = turns;
    this.size = [WIDTH, HEIGHT];
    this.plan = plan;
    this.onPick = onPick;
    /** @type {Map<string, Promise<Drawn>>} */
    this.slides = new Map();
    this.current = this.wanted = this.shown = this.own = "";
    this.root = node("div", { className: "stage" });
    this.dark = node("div", { className: "dark" });
    frame.append(this.root, this.dark);
    new ResizeObserver(() => this.fit(frame)).observe(frame);
    this.names = new Map(plan.districts.map((d) => [d.short, d.code]));
  }

  /** @param {HTMLElement} frame */
  fit(frame) {
    const upright = this.turns && frame.clientHeight > frame.clientWidth;
    if (upright !== this.root.classList.contains("portrait")) this.turn(upright, frame);
    laidOut(this.root, frame, this.size);
  }

  /**
   * Another shape: all slides are drawn anew for it.
   * @param {boolean} upright
   * @param {HTMLElement} frame
   */
  turn(upright, frame) {
    const high = Math.round((UPRIGHT * frame.clientHeight) / frame.clientWidth);
    this.size = upright ? [UPRIGHT, high] : [WIDTH, HEIGHT];
    const [width, height] = this.size;
    this.root.classList.toggle("portrait", upright);
    Object.assign(this.root.style, { width: `${width}px`, height: `${height}px` });
    this.root.replaceChildren();
    this.slides.clear();
    if (this.current) this.show(this.current).catch(() => {}); // the site asks again when the line is back
  }

  /** @param {State} state */
  static key({ question, slide }) {
    return question ? `hoi/${question.indicator}/${question.year}/${question.view}` : `trang/${slide}`;
  }

  /**
   * A slide's content, fetched and drawn once.
   * @param {string} key
   * @returns {Promise<Drawn>}
   */
  load(key) {
    const kept = this.slides.get(key);
    if (kept) return kept;
    const drawn = this.draw(key);
    drawn.catch(() => this.slides.delete(key)); // the next try asks again
    this.slides.set(key, drawn);
    this.forget(key);
    return drawn;
  }

  /**
   * The oldest questions go, but for the newest few.
   * @param {string} newest
   */
  forget(newest) {
    const questions = [...this.slides.keys()].filter(
      (key) => key.startsWith("hoi/") && key !== newest && key !== this.current,
    );
    for (const old of questions.slice(0, Math.max(0, questions.length - QUESTIONS_KEPT))) {
      this.slides
        .get(old)
        ?.then((slide) => slide.node.remove())
        .finally(() => this.slides.delete(old));
    }
  }

  /**
   * @param {string} key
   * @returns {Promise<Drawn>}
   */
  async draw(key) {
    const content = await ask(`hoi-nghi/${this.plan.code}/${key}.json`);
    const of = this.plan.slides.length;
    const place = key.startsWith("trang/") ? tell("page_of", { n: +key.slice(6) + 1, of }) : "";
    const slide = await drawSlide(this.root, content, {
      number: [this.plan.edition, place].filter(Boolean).join(" · "),
      shapes: window.CONFERENCE.offline?.shapes ?? {},
      topology,
      pick: this.onPick,
      codes: this.plan.districts.map((d) => d.code),
    });
    slide.dataset.key = key;
    return { node: slide, content };
  }

  /**
   * Shows a slide; the last one stays until the new one is drawn.
   * @param {string} key
   * @returns its content; null where a later one has been asked for meanwhile
   */
  async show(key) {
    this.wanted = key;
    const slide = await this.load(key);
    if (this.wanted !== key) return null;
    for (const other of this.root.querySelectorAll(".slide.on")) {
      if (other !== slide.node) other.classList.remove("on");
    }
    slide.node.classList.add("on");
    this.current = key;
    this.mark(this.shown, this.own);
    return slide.content;
  }

  /** @param {boolean} on */
  blank(on) {
    this.dark.classList.toggle("on", on);
  }

  /**
   * Marks the district that the chair shows and the site's own, on the slide in view.
   * @param {string} shown
   * @param {string} own
   */
  mark(shown, own) {
    Object.assign(this, { shown, own });
    const slide = this.root.querySelector(".slide.on");
    if (!slide) return;
    /** @type {NodeListOf<SVGElement>} */ (slide.querySelectorAll(SHAPES)).forEach((part) => {
      const { code } = part.dataset;
      toggle(part, !!shown && code === shown, !!own && code === own && own !== shown);
      const above = code === shown || code === own; // its border above the neighbours'
      if (above && part.closest(".choroplethlayer")) part.parentNode?.append(part);
    });
    /** @type {NodeListOf<SVGElement>} */ (slide.querySelectorAll("svg text")).forEach((text) => {
      const code = text.dataset.code ?? this.names.get(firstLine(text));
      if (code === undefined) return;
      text.classList.toggle("map", !!text.closest(".geolayer, .scattergeo"));
      toggle(text, code === shown, code === own && own !== shown);
    });
    /** @type {NodeListOf<HTMLElement>} */ (slide.querySelectorAll("tr[data-code]")).forEach((row) => {
      toggle(row, row.dataset.code === shown, row.dataset.code === own);
    });
  }

  /**
   * Draws the other slides while nothing else happens, so that they appear at once.
   * @param {number} after
   */
  async prepare(after) {
    const order = this.plan.slides.map((_, n) => (after + 1 + n) % this.plan.slides.length);
    for (const n of order) {
      await pause(150);
      await this.load(`trang/${n}`).catch(() => {});
    }
  }
}

/**
 * @param {Element} part
 * @param {boolean} shown
 * @param {boolean} own
 */
function toggle(part, shown, own) {
  part.classList.toggle("shown", shown);
  part.classList.toggle("own", own);
}

/**
 * The first line of a drawn text, without its markup: what an axis calls a district.
 * @param {Element} text
 */
function firstLine(text) {
  const written = text.getAttribute("data-unformatted") ?? text.textContent ?? "";
  return written
    .replace(/<\/?b>/g, "")
    .replace(/<br>.*$/s, "")
    .trim();
}
