/* The slides without a server: keys and buttons, one's own district outlined. */
import { page } from "./entry.js";
import { node } from "./nodes.js";
import { say } from "./server.js";
import { arrow, ownWords } from "./site.js";
import { Stage } from "./stage.js";

/** @typedef {import("../types").Plan} Plan */

class Handout {
  /** @param {Plan} plan */
  constructor(plan) {
    this.plan = plan;
    this.last = plan.slides.length - 1;
    this.at = this.within(+location.hash.slice(1) - 1 || 0);
    this.line = node("div");
    this.list = districtList(plan);
    this.list.onchange = () => this.go(this.at);
    const frame = node("div", { className: "window" }),
      tools = node("div", { className: "tools" }, this.list, ...this.arrows());
    page.replaceChildren(frame, node("div", { className: "strip" }, this.line, tools));
    this.stage = new Stage(frame, plan);
    addEventListener("keydown", (event) => this.pressed(event));
    this.go(this.at).then(() => this.stage.prepare(this.at));
  }

  /** @param {number} n */
  within(n) {
    return Math.min(Math.max(n, 0), this.last);
  }

  arrows() {
    return [
      arrow("←", say.previous, () => this.go(this.at - 1)),
      arrow("→", say.next, () => this.go(this.at + 1)),
    ];
  }

  /** @param {number} n */
  async go(n) {
    const { list, plan, stage } = this;
    this.at = this.within(n);
    history.replaceState(null, "", `#${this.at + 1}`);
    stage.own = list.value;
    const content = await stage.show(`trang/${this.at}`);
    const own = content?.own?.[list.value];
    const name = plan.districts.find((d) => d.code === list.value)?.name ?? plan.title;
    const text = own ? ` ${own.name}: ${ownWords(own)}` : "";
    this.line.replaceChildren(node("b", { textContent: name }), text);
    document.body.dataset.shown = `trang/${this.at}|${list.value}`;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { at, last } = this;
    /** @type {Record<string, number>} */
    const keys = { ArrowRight: at + 1, PageDown: at + 1, " ": at + 1, ArrowLeft: at - 1, PageUp: at - 1 };
    const to = { ...keys, Home: 0, End: last }[event.key];
    if (to === undefined || event.target === this.list) return;
    event.preventDefault();
    this.go(to);
  }
}

/** @param {Plan} plan */
function districtList({ districts }) {
  const none = node("option", { value: "", textContent: say.choose_site });
  const options = districts.map((d) => node("option", { value: d.code, textContent: d.name }));
  return node("select", { id: "site", ariaLabel: say.choose_site }, none, ...options);
}

const { offline } = window.CONFERENCE;
if (offline) new Handout(offline.plan);
