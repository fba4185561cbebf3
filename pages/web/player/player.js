/* Plays the scenes of one bundle inside the shell's frame: drawn once, then only shown and hidden. */
import { pause } from "../stage/nodes.js";
import { drawSlide } from "../stage/slide.js";
import { dark, fit, late, line, place, portrait, root, stage, time } from "./screen.js";
import { clockKnown, isOn, isoDay, now, within } from "./times.js";

/** @typedef {import("../types").Scene} Scene */

const { scenes, words, edition, province, night, dim } = window.SCENES;
const options = window.OPTIONS; // speed, offset (ms that the screen's clock is behind), told by the shell
const REST = 60000; // ms that a scene stays after a hand was on the screen
/** @type {Record<string, number>} */
const ZOOM = { trend: 1.25, progress: 1.25, plan: 1.4, map: portrait ? 0.86 : 1 };

/** @type {{ scene: Scene, slide: HTMLElement }[]} */
const drawn = [];
let shown = -1,
  step = 0,
  timer = 0,
  began = 0,
  left = 0,
  resting = 0;

/**
 * @param {string} type
 * @param {object} more
 */
const tellShell = (type, more = {}) => parent.postMessage({ type, ...more }, "*");

/**
 * @param {string} language
 * @param {string} key
 * @param {Record<string, unknown>} values
 */
const say = (language, key, values = {}) =>
  words[language][key].replace(/{(\w+)}/g, (_, name) => String(values[name] ?? ""));

function tick() {
  const scene = drawn[shown]?.scene ?? scenes[0],
    at = now(),
    known = clockKnown();
  const { language, due } = scene;
  time.textContent = known ? clockLine(language, at) : say(language, "clock_wrong");
  const asleep = known && night && !options.preview && within(night, at);
  dark.style.opacity = String(asleep ? 1 - dim : 0);
  const overdue = shown >= 0 && due && known && isoDay(at) > due.date && isoDay(at) <= due.last;
  late.textContent = overdue ? say(language, "late", { year: due.year, date: written(due.date) }) : "";
}

/**
 * @param {string} language
 * @param {Date} at
 */
function clockLine(language, at) {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  const hour = at.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  return `${hour} · ${written(isoDay(at))}`;
}

/**
 * A day as all texts write it: a zero before days under 10 and before the months 1 and 2.
 * @param {string} iso
 */
function written(iso) {
  const [year, month, day] = iso.split("-");
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

async function draw() {
  while (!root.clientWidth) {
    tellShell("waiting"); // not laid out yet: a frame in a closed part of a page
    await pause(300);
  }
  fit(0);
  const failed = [];
  for (const scene of scenes) {
    try {
      drawn.push({ scene, slide: await drawScene(scene) });
    } catch {
      failed.push(scene.key); // left out; what was begun of it goes
      for (const begun of [...stage.children].slice(drawn.length)) begun.remove();
    }
    await pause(0);
  }
  if (!drawn.length) return tellShell("broken", { failed });
  tellShell("ready", { scenes: drawn.length, failed });
}

/** @param {Scene} scene */
async function drawScene({ content, key, kind, language }) {
  const manner = { number: edition[language], shapes: window.SHAPES, still: true };
  const slide = await drawSlide(stage, content, { ...manner, zoom: ZOOM[kind] ?? 1 });
  slide.classList.add(`kind-${kind}`);
  slide.dataset.key = key;
  return slide;
}

/**
 * The next scene that is on; the loop's end is told before it begins anew. Where none is on, the next of all.
 * @param {number} from
 */
function following(from) {
  for (let n = 1; n <= drawn.length; n++) {
    const at = (from + n) % drawn.length;
    if (isOn(drawn[at].scene)) return at;
  }
  return (from + 1) % drawn.length;
}

/** @param {number} at */
function show(at) {
  if (at <= shown) {
    fit(++step);
    tellShell("loop");
  }
  const before = drawn[shown];
  shown = at;
  const { scene, slide } = drawn[at];
  if (before && before.slide !== slide) before.slide.classList.remove("on");
  slide.classList.add("on");
  document.documentElement.lang = scene.language;
  const until = scene.until ? say(scene.language, "until", { date: scene.until }) : "";
  place.textContent = [province[scene.language], until].filter(Boolean).join(" · ");
  tick();
  tellShell("scene", { key: scene.key, seconds: scene.seconds / options.speed });
  wait((scene.seconds * 1000) / options.speed);
}

/** @param {number} ms */
function wait(ms) {
  clearTimeout(timer);
  began = performance.now();
  left = ms;
  line.getAnimations().forEach((running) => running.cancel());
  const grow = [{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }];
  line.animate(grow, { duration: ms, fill: "forwards" });
  timer = window.setTimeout(() => show(following(shown)), ms);
}

/* A hand on the screen: the scene stays for a while; arrows leaf. */
function rest() {
  const { language } = drawn[shown].scene;
  if (!resting) left -= performance.now() - began;
  clearTimeout(timer);
  clearTimeout(resting);
  line.getAnimations().forEach((running) => running.pause());
  tellShell("rest", { text: say(language, "resting"), ms: REST });
  resting = window.setTimeout(goOn, REST);
}

function goOn() {
  resting = 0;
  tellShell("rest", { text: "" });
  wait(Math.max(left, 2000));
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (shown < 0) return;
  if (event.key === " ") rest();
  if (event.key === "ArrowRight") show(following(shown));
  if (event.key === "ArrowLeft") show((shown + drawn.length - 1) % drawn.length);
  if ([" ", "ArrowRight", "ArrowLeft"].includes(event.key)) event.preventDefault();
}

/** @param {MessageEvent} message */
function heard({ source, data }) {
  if (source !== parent) return;
  if (data.offset !== undefined) options.offset = data.offset;
  if (data.type === "play" && shown < 0) {
    setInterval(tick, 1000);
    show(following(-1));
  }
}

addEventListener("pointerdown", () => shown >= 0 && rest());
addEventListener("keydown", pressed);
addEventListener("contextmenu", (event) => event.preventDefault());
addEventListener("resize", () => (innerHeight > innerWidth === portrait ? fit(step) : tellShell("turned")));
addEventListener("message", heard);
(window.Plotly ? draw() : Promise.reject(new Error("plotly"))).catch((error) =>
  tellShell("broken", { reason: String(error) }),
);
