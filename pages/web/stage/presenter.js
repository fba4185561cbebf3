/* What the chair sees and does: stage, clock, next slide, notes, questions, conclusions, sites, keys. */
import { button, page } from "./entry.js";
import { minutesForm } from "./minutes.js";
import { NextSlide } from "./next_slide.js";
import { node } from "./nodes.js";
import { questionForm } from "./questions.js";
import { Refusal, ask, clock, say, tell } from "./server.js";
import { Stage } from "./stage.js";
import { follow } from "./stream.js";

/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Visitor} Visitor */
/**
 * @typedef {object} Line
 * @property {string} client name of this tab
 * @property {() => Record<string, string>} headers with the presenter's key
 * @property {(what: string, body: object) => Promise<any>} send
 */

const AGAIN = 1500, // ms until a slide that did not come is asked for again
  TICK = 5000,
  DIGITS = 700; // ms in which digits belong together
/** @type {Record<string, Command>} */
const STEPS = {
  ArrowRight: { step: 1 },
  PageDown: { step: 1 },
  " ": { step: 1 },
  ArrowLeft: { step: -1 },
  PageUp: { step: -1 },
  Home: { slide: 0 },
};

export class Presenter {
  /**
   * @param {import("../types").Plan} plan
   * @param {string[]} notes one a slide
   * @param {Line} line
   */
  constructor(plan, notes, line) {
    this.plan = plan;
    this.notes = notes;
    this.line = line;
    /** @type {State | null} */
    this.state = null;
    this.shownAt = Date.now();
    this.digits = "";
    this.together = 0; // timer of the digits
    this.parts = parts();
    this.minutes = minutesForm(plan.code, line.headers, line.send);
    page.className = "present";
    const frame = node("div", { className: "window" });
    this.stage = new Stage(frame, plan, (code) => this.act({ highlight: code }));
    this.next = new NextSlide(this.stage);
    page.replaceChildren(frame, this.side());
    frame.append(this.parts.sign);
    setInterval(() => this.tick(), TICK);
    addEventListener("keydown", (event) => this.pressed(event));
    const lost = (/** @type {Date | null} */ since) => {
      this.parts.sign.textContent = since ? tell("lost", { time: clock(since) }) : "";
    };
    follow(plan.code, line.client, "", (event, data) => this.heard(event, data), lost);
  }

  side() {
    const { warn, edition, time, left, where, next, note, count, sites } = this.parts;
    const steps = [
      button(say.previous, () => this.act({ step: -1 })),
      button(say.next, () => this.act({ step: 1 }), true),
      button(say.blank, () => this.blank()),
      button(say.full, fullScreen),
    ];
    return node(
      "aside",
      { className: "side" },
      warn,
      edition,
      node("div", {}, time, left),
      where,
      node("div", { className: "buttons" }, ...steps),
      node("h2", { textContent: say.next_slide }),
      next,
      this.next.frame,
      node("h2", { textContent: say.notes }),
      note,
      questionForm(this.plan, (command) => this.act(command)),
      this.minutes.form,
      count,
      sites,
      button(say.end_conference, () => this.end()),
    );
  }

  /** @param {Command} command */
  async act(command) {
    try {
      this.take(await this.line.send("lenh", { command }));
      this.warn("");
    } catch (error) {
      this.warn(String(error instanceof Error ? error.message : error));
    }
  }

  /** @param {string} text */
  warn(text) {
    this.parts.warn.textContent = text;
  }

  blank() {
    this.act({ blank: !this.state?.blank });
  }

  end() {
    if (confirm(say.end_sure)) this.line.send("ket-thuc", {}).catch((error) => this.warn(error.message));
  }

  /** @param {State} now */
  take(now) {
    if (this.state && now.revision < this.state.revision) return;
    if (!this.state || now.slide !== this.state.slide) this.shownAt = Date.now();
    this.state = now;
    this.render(now);
  }

  /** @param {State} state */
  async render(state) {
    const { plan, parts, stage } = this,
      of = plan.slides.length;
    stage.blank(state.blank);
    stage.mark(state.highlight, "");
    parts.where.textContent = [plan.code, tell("page_of", { n: state.slide + 1, of }), plan.edition].join(
      " · ",
    );
    parts.next.textContent = plan.slides[state.slide + 1]?.title ?? "–";
    parts.note.textContent = this.notes[state.slide] || say.no_notes;
    this.tick();
    try {
      await stage.show(Stage.key(state));
    } catch (error) {
      if (!(error instanceof Refusal)) setTimeout(() => this.render(this.state ?? state), AGAIN);
    }
    const now = this.state ?? state;
    this.next.show(now.slide + 1 < of ? `trang/${now.slide + 1}` : "");
    document.body.dataset.shown = `${stage.current}|${now.highlight}|${now.revision}`;
  }

  tick() {
    const { time, left } = this.parts;
    time.textContent = clock();
    if (!this.state) return;
    const { minutes, speaker } = this.plan.slides[this.state.slide];
    const remain = Math.ceil(minutes - (Date.now() - this.shownAt) / 60000);
    const text =
      remain >= 0 ? tell("minutes_left", { minutes: remain }) : tell("minutes_over", { minutes: -remain });
    left.textContent = speaker ? `${text} · ${speaker}` : text;
    left.className = remain < 0 ? "over" : "";
  }

  async presence() {
    const address = `hoi-nghi/${this.plan.code}/nguoi-xem.json`;
    /** @type {Visitor[] | null} */
    const here = await ask(address, { headers: this.line.headers() }).catch(() => null);
    if (!here) return;
    const sites = here.filter((visitor) => visitor.role === "site");
    /** @type {Map<string, string>} */
    const since = new Map(
      sites.map((visitor) => /** @type {const} */ ([visitor.site, visitor.since])).reverse(),
    );
    const { districts } = this.plan;
    const connected = districts.filter((d) => since.has(d.code)).length;
    this.parts.count.textContent = tell("connected", { count: connected, of: districts.length });
    const others = sites.filter((visitor) => !visitor.site).length;
    this.parts.sites.replaceChildren(
      ...districts.map((d) => siteItem(d.short, since.get(d.code))),
      node("li", { textContent: tell("viewers", { count: others }) }),
    );
  }

  /**
   * @param {string} event
   * @param {any} data
   */
  heard(event, data) {
    if (event === "state") {
      const first = !this.state;
      this.take(data);
      if (first) this.stage.prepare(data.slide);
    }
    if (["state", "presence", "beat"].includes(event)) this.presence();
    if (event === "presenter") this.warn(data.mine ? "" : say.was_taken);
    if (event === "minutes") this.minutes.refresh();
    if (event === "edition") this.parts.edition.textContent = tell("newer_edition", data);
    if (event === "ended") this.warn(say.refused_ended);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ...STEPS, End: { slide: this.plan.slides.length - 1 } };
    const command = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (command) {
      event.preventDefault();
      this.act(command);
    } else if (["b", "B", "."].includes(event.key)) this.blank();
    else if (["f", "F"].includes(event.key)) fullScreen();
    else if (/^\d$/.test(event.key)) {
      this.digits += event.key;
      clearTimeout(this.together);
      this.together = window.setTimeout(() => this.jump(), DIGITS);
    } else if (event.key === "Enter" && this.digits) this.jump();
  }

  jump() {
    clearTimeout(this.together);
    const n = +this.digits;
    this.digits = "";
    if (n >= 1) this.act({ slide: n - 1 });
  }
}

/* The places that change. */
function parts() {
  return {
    sign: node("div", { className: "sign", role: "status" }),
    warn: node("p", { className: "warn", role: "alert" }),
    edition: node("p", { className: "warn" }),
    time: node("div", { className: "clock" }),
    left: node("div"),
    where: node("div"),
    next: node("div", { className: "next" }),
    note: node("p"),
    count: node("h2"),
    sites: node("ul", { className: "sites" }),
  };
}

/**
 * @param {string} name
 * @param {string | undefined} since ISO time, where it is connected
 */
function siteItem(name, since) {
  const text = since ? tell("since", { time: clock(new Date(since)) }) : say.not_connected;
  return node("li", { className: since ? "here" : "" }, `${name} `, node("small", { textContent: text }));
}

function fullScreen() {
  page.classList.toggle("full");
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
