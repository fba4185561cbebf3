/* A site: follows the chair, its own district outlined; may browse and come back. */
import { button, page } from "./entry.js";
import { node } from "./nodes.js";
import { Refusal, clock, say, tell } from "./server.js";
import { Stage } from "./stage.js";
import { follow } from "./stream.js";

/** @typedef {import("../types").Content} Content */
/** @typedef {import("../types").OwnLine} OwnLine */
/** @typedef {import("../types").State} State */

const AGAIN = 1500; // ms until a slide that did not come is asked for again

export class Site {
  /**
   * @param {import("../types").Plan} plan
   * @param {string} site code of the district, "" for none
   * @param {string} client name of this tab
   */
  constructor(plan, site, client) {
    this.plan = plan;
    this.site = site;
    /** @type {State | null} */
    this.state = null;
    /** @type {number | null} */
    this.browsed = null;
    /** @type {Content | null} */
    this.content = null;
    this.ended = plan.ended;
    this.line = node("div");
    this.tools = node("div", { className: "tools" });
    const frame = node("div", { className: "window" }),
      sign = node("div", { className: "sign", role: "status" });
    page.replaceChildren(frame, node("div", { className: "strip" }, this.line, this.tools));
    this.stage = new Stage(frame, plan, null, true);
    frame.append(sign);
    addEventListener("keydown", (event) => this.pressed(event));
    const lost = (/** @type {Date | null} */ since) => {
      sign.textContent = since ? tell("lost", { time: clock(since) }) : "";
    };
    follow(plan.code, client, site, (event, data) => this.heard(event, data), lost);
  }

  /**
   * @param {string} event
   * @param {any} data
   */
  heard(event, data) {
    if (event === "state" && (!this.state || data.revision >= this.state.revision)) {
      const first = !this.state;
      this.state = data;
      this.render().then(() => (first ? this.stage.prepare(data.slide) : undefined));
    }
    if (event === "ended") {
      this.ended = true;
      this.write();
    }
  }

  /** @returns {Promise<void>} */
  async render() {
    const { state, browsed, stage } = this;
    if (!state) return;
    stage.blank(browsed === null && state.blank);
    stage.mark(state.highlight, this.site);
    try {
      const key = browsed === null ? Stage.key(state) : `trang/${browsed}`;
      this.content = (await stage.show(key)) ?? this.content;
    } catch (error) {
      if (!(error instanceof Refusal)) setTimeout(() => this.render(), AGAIN); // it comes when the line does
    }
    this.write();
    const now = this.state ?? state;
    document.body.dataset.shown = `${stage.current}|${now.highlight}|${now.revision}`;
  }

  /* The strip below the slide: the own district's figures, the district that the chair shows, the tools. */
  write() {
    const { plan, site, state } = this;
    const own = this.content?.own?.[site];
    const name = plan.districts.find((d) => d.code === site)?.name ?? plan.title;
    const text = own ? `${own.name}: ${ownWords(own)}` : site ? say.own_none : "";
    const chair = plan.districts.find((d) => d.code === state?.highlight);
    const pointed = chair ? [node("span", { className: "shown-name", textContent: `▶ ${chair.name}` })] : [];
    this.line.replaceChildren(node("b", { textContent: name }), ` ${text} `, ...pointed);
    const ended = this.ended ? [node("span", { textContent: say.ended })] : [];
    this.tools.replaceChildren(...ended, ...this.browsing());
  }

  browsing() {
    const { browsed, state } = this;
    if (browsed === null) return [button(say.browse, () => this.browse(state?.slide ?? 0))];
    return [
      node("span", { textContent: tell("browsing", { n: state ? state.slide + 1 : 1 }) }),
      arrow("←", say.previous, () => this.browse(browsed - 1)),
      arrow("→", say.next, () => this.browse(browsed + 1)),
      button(say.back_to_live, () => this.live(), true),
    ];
  }

  /** @param {number} n */
  browse(n) {
    this.browsed = Math.min(Math.max(n, 0), this.plan.slides.length - 1);
    this.render();
  }

  live() {
    this.browsed = null;
    this.render();
  }

  /** @param {KeyboardEvent} event */
  pressed({ key }) {
    if (this.browsed === null) return;
    if (key === "ArrowLeft") this.browse(this.browsed - 1);
    if (key === "ArrowRight") this.browse(this.browsed + 1);
    if (key === "Escape") this.live();
  }
}

/**
 * A district's figures in one line.
 * @param {OwnLine} own
 */
export const ownWords = ({ value, rank, change, plan }) =>
  [value, rank, change, plan].filter(Boolean).join(" · ");

/**
 * @param {string} sign
 * @param {string} title
 * @param {() => void} action
 */
export const arrow = (sign, title, action) => node("button", { textContent: sign, title, onclick: action });
