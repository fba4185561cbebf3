/* The stage: draws slides once, keeps them, shows one of them, marks districts. Used by presenter and sites. */
import { drawSlide, node, pause } from "./slide.js";

export { node, pause };
export const { words: say, language, topology } = window.CONFERENCE;
export const query = new URLSearchParams(location.search);
export const tell = (key, values = {}) => say[key].replace(/{(\w+)}/g, (_, name) => values[name] ?? "");
export const clock = (when = new Date()) => when.toLocaleTimeString(language === "vi" ? "vi-VN" : "en-GB", { hour: "2-digit", minute: "2-digit" });
/* JSON of an address of this conference; a refusal is an error with its sentence. */
export async function ask(address, options = {}) {
  const kept = window.CONFERENCE.offline?.slides[address.split("/").slice(3).join("/").replace(".json", "")];
  if (kept) return kept;
  const answer = await fetch(`${address}${address.includes("?") ? "&" : "?"}ngon_ngu=${language}`, options);
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told.message || String(answer.status)), { status: answer.status, reason: told.error });
  return told;
}

export function clientName() {
  const kept = sessionStorage.getItem("may");
  if (kept) return kept;
  const made = crypto.randomUUID ? crypto.randomUUID() : `may-${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
  sessionStorage.setItem("may", made);
  return made;
}

const QUESTIONS_KEPT = 6;

export class Stage {
  constructor(windowNode, plan, onPick = null) {
    Object.assign(this, { plan, onPick, slides: new Map(), current: null, shown: "", own: "" });
    this.root = node("div", { className: "stage" });
    this.dark = node("div", { className: "dark" });
    windowNode.append(this.root, this.dark);
    new ResizeObserver(() => this.fit(windowNode)).observe(windowNode);
    this.names = new Map(plan.districts.map((d) => [d.short, d.code]));
  }

  fit(frame) {
    const scale = Math.min(frame.clientWidth / 1920, frame.clientHeight / 1080);
    this.root.style.transform = `translate(${(frame.clientWidth - 1920 * scale) / 2}px, ${(frame.clientHeight - 1080 * scale) / 2}px) scale(${scale})`;
  }

  static key(state) {
    const q = state.question;
    return q ? `hoi/${q.indicator}/${q.year}/${q.view}` : `trang/${state.slide}`;
  }

  /* A slide's content, fetched and drawn once. */
  load(key) {
    if (!this.slides.has(key)) {
      const drawn = this.draw(key);
      drawn.catch(() => this.slides.delete(key)); // the next try asks again
      this.slides.set(key, drawn);
      const questions = [...this.slides.keys()].filter((k) => k.startsWith("hoi/") && k !== key && k !== this.current);
      for (const old of questions.slice(0, Math.max(0, questions.length - QUESTIONS_KEPT))) this.slides.get(old).then((s) => s.node.remove()).finally(() => this.slides.delete(old));
    }
    return this.slides.get(key);
  }

  async draw(key) {
    const content = await ask(`/hoi-nghi/${this.plan.code}/${key}.json`);
    const place = key.startsWith("trang/") ? tell("page_of", { n: +key.slice(6) + 1, of: this.plan.slides.length }) : "";
    const slide = await drawSlide(this.root, content, {
      number: [this.plan.edition, place].filter(Boolean).join(" · "), shapes: window.CONFERENCE.offline?.shapes, topology,
      pick: this.onPick, codes: this.plan.districts.map((d) => d.code),
    });
    slide.dataset.key = key;
    return { node: slide, content };
  }

  /* Shows a slide; the last one stays until the new one is drawn. */
  async show(key) {
    this.wanted = key;
    const slide = await this.load(key);
    if (this.wanted !== key) return null; // a later one has been asked for meanwhile
    for (const other of this.root.querySelectorAll(".slide.on")) if (other !== slide.node) other.classList.remove("on");
    slide.node.classList.add("on");
    this.current = key;
    this.mark(this.shown, this.own);
    return slide.content;
  }

  blank(on) {
    this.dark.classList.toggle("on", on);
  }

  /* Marks the district that the chair shows and the site's own, on the slide in view. */
  mark(shown, own) {
    Object.assign(this, { shown, own });
    const slide = this.root.querySelector(".slide.on");
    if (!slide) return;
    for (const part of slide.querySelectorAll("path.choroplethlocation, .scatterlayer path.point, .barlayer path, .scattergeo path.point")) {
      const { code } = part.dataset;
      part.classList.toggle("shown", !!shown && code === shown);
      part.classList.toggle("own", !!own && code === own && own !== shown);
      if (code === shown || code === own) part.closest(".choroplethlayer") && part.parentNode.append(part); // its border above the neighbours'
    }
    for (const text of slide.querySelectorAll("svg text")) {
      const code = text.dataset.code ?? this.names.get(firstLine(text));
      if (code === undefined) continue;
      text.classList.toggle("map", !!text.closest(".geolayer, .scattergeo"));
      text.classList.toggle("shown", code === shown);
      text.classList.toggle("own", code === own && own !== shown);
    }
    for (const row of slide.querySelectorAll("tr[data-code]")) {
      row.classList.toggle("shown", row.dataset.code === shown);
      row.classList.toggle("own", row.dataset.code === own);
    }
  }

  /* Draws the other slides while nothing else happens, so that they appear at once. */
  async prepare(after) {
    const order = this.plan.slides.map((_, n) => (after + 1 + n) % this.plan.slides.length);
    for (const n of order) {
      await pause(150);
      await this.load(`trang/${n}`).catch(() => {});
    }
  }
}

/* The first line of a drawn text, without its markup: what an axis calls a district. */
function firstLine(text) {
  return (text.getAttribute("data-unformatted") ?? text.textContent).replace(/<\/?b>/g, "").replace(/<br>.*$/s, "").trim();
}

/* Follows the conference: `on` is called for each event; comes back by itself after any loss. */
export function follow(code, client, site, on, lost) {
  let source, since = null, wait = 500, watchdog;
  const alive = () => {
    if (since) { since = null; lost(null); }
    wait = 500;
    clearTimeout(watchdog);
    watchdog = setTimeout(again, 40000); // the server beats every 15 s
  };
  const again = () => {
    source?.close();
    clearTimeout(watchdog);
    if (!since) { since = new Date(); lost(since); }
    setTimeout(open, wait + Math.random() * 300);
    wait = Math.min(wait * 1.5, 5000);
  };
  function open() {
    source = new EventSource(`/hoi-nghi/${code}/dong?may=${client}&diem=${site()}`);
    source.onerror = again;
    for (const event of ["state", "presence", "presenter", "ended", "edition", "minutes", "beat"])
      source.addEventListener(event, (message) => { alive(); on(event, JSON.parse(message.data)); });
  }
  open();
  return { reopen: () => { source?.close(); open(); } };
}
