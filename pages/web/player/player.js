/* Plays the scenes of one bundle inside the shell's frame: drawn once, then only shown and hidden. */
const { scenes, words, edition, province, night, dim, made } = window.SCENES;
const options = window.OPTIONS; // speed, offset (ms that the screen's clock is behind), told by the shell
const DAY = 86400000, SHIFT = [[0, 0], [3, 0], [3, 3], [0, 3], [-3, 3], [-3, 0], [-3, -3], [0, -3], [3, -3]], REST = 60000, ZOOM = { trend: 1.25, progress: 1.25, plan: 1.4, map: innerHeight > innerWidth ? 0.86 : 1 };
const tellShell = (type, more = {}) => parent.postMessage({ type, ...more }, "*");
const now = () => new Date(Date.now() + options.offset);
const clockKnown = () => now().getTime() > Date.parse(made) - DAY; // no screen plays figures of tomorrow
const say = (language, key, values = {}) => words[language][key].replace(/{(\w+)}/g, (_, name) => values[name] ?? "");
const portrait = innerHeight > innerWidth;
const [WIDTH, HEIGHT] = portrait ? [1080, 1920] : [1920, 1080];

const root = node("div", { className: `display${portrait ? " portrait" : ""}` });
const stage = node("div", { className: "scenes" }), line = node("i"), late = node("span", { className: "late" });
const place = node("span", { className: "place" }), time = node("span", { className: "time" });
root.append(stage, node("div", { className: "progress" }, line), node("div", { className: "bar" }, place, late, time));
const dark = node("div", { className: "night" });
document.body.append(root, dark);

function fit(step) {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT), [x, y] = SHIFT[step % SHIFT.length];
  root.style.transform = `translate(${(innerWidth - WIDTH * scale) / 2 + x}px, ${(innerHeight - HEIGHT * scale) / 2 + y}px) scale(${scale})`;
}

const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
function within(hours, at) {
  const [from, until] = hours.map(minutes), minute = at.getHours() * 60 + at.getMinutes();
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
const isoDay = (at) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;

/* Whether a scene is to be shown at this moment; a screen that does not know the time shows what holds always. */
function isOn(scene) {
  if (!clockKnown()) return !scene.first_day && !scene.last_day;
  const at = now(), today = isoDay(at);
  return scene.days.includes(at.getDay() || 7) && (!scene.hours || within(scene.hours, at)) && !(scene.first_day > today) && !(scene.last_day < today);
}

function tick() {
  const language = drawn[shown]?.scene.language ?? scenes[0].language, at = now(), known = clockKnown();
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  time.textContent = known ? `${at.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" })} · ${at.toLocaleDateString(locale)}` : say(language, "clock_wrong");
  dark.style.opacity = known && night && !options.preview && within(night, at) ? 1 - dim : 0;
  const due = drawn[shown]?.scene.due;
  late.textContent = due && known && isoDay(at) > due.date ? say(language, "late", { year: due.year, date: due.date.split("-").reverse().join("/") }) : "";
}

const drawn = [];
let shown = -1, step = 0, timer = null, began = 0, left = 0, resting = null;

async function draw() {
  while (!root.clientWidth) { // not laid out yet: a frame in a closed part of a page
    tellShell("waiting");
    await pause(300);
  }
  fit(0);
  const failed = [];
  for (const scene of scenes) {
    try {
      const slide = await drawSlide(stage, scene.content, { number: edition[scene.language], shapes: window.SHAPES, still: true, zoom: ZOOM[scene.kind], narrow: portrait });
      slide.classList.add(`kind-${scene.kind}`);
      slide.dataset.key = scene.key;
      drawn.push({ scene, slide });
    } catch (error) {
      failed.push(scene.key); // left out; what was begun of it goes
      for (const begun of [...stage.children].slice(drawn.length)) begun.remove();
    }
    await pause(0);
  }
  if (!drawn.length) return tellShell("broken", { failed });
  tellShell("ready", { scenes: drawn.length, failed });
}

/* The next scene that is on; the loop's end is told before it begins anew. Where none is on, all that are not dated. */
function following(from) {
  for (let n = 1; n <= drawn.length; n++) {
    const at = (from + n) % drawn.length;
    if (isOn(drawn[at].scene)) return at;
  }
  return (from + 1) % drawn.length;
}

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
  place.textContent = [province[scene.language], scene.until ? say(scene.language, "until", { date: scene.until }) : ""].filter(Boolean).join(" · ");
  tick();
  tellShell("scene", { key: scene.key, seconds: scene.seconds / options.speed });
  wait((scene.seconds * 1000) / options.speed);
}

function wait(ms) {
  clearTimeout(timer);
  began = performance.now();
  left = ms;
  line.getAnimations().forEach((running) => running.cancel());
  line.animate([{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }], { duration: ms, fill: "forwards" });
  timer = setTimeout(() => show(following(shown)), ms);
}

/* A hand on the screen: the scene stays for a minute; arrows leaf. */
function rest() {
  const language = drawn[shown].scene.language;
  if (!resting) left -= performance.now() - began;
  clearTimeout(timer);
  clearTimeout(resting);
  line.getAnimations().forEach((running) => running.pause());
  tellShell("rest", { text: say(language, "resting"), ms: REST });
  resting = setTimeout(() => { resting = null; tellShell("rest", { text: "" }); wait(Math.max(left, 2000)); }, REST);
}

addEventListener("pointerdown", () => shown >= 0 && rest());
addEventListener("keydown", (event) => {
  if (shown < 0) return;
  if (event.key === " ") rest();
  if (event.key === "ArrowRight") show(following(shown));
  if (event.key === "ArrowLeft") show((shown + drawn.length - 1) % drawn.length);
  if ([" ", "ArrowRight", "ArrowLeft"].includes(event.key)) event.preventDefault();
});
addEventListener("contextmenu", (event) => event.preventDefault());
addEventListener("resize", () => (innerHeight > innerWidth === portrait ? fit(step) : tellShell("turned")));
addEventListener("message", ({ source, data }) => {
  if (source !== parent) return;
  if (data.offset !== undefined) options.offset = data.offset;
  if (data.type === "play" && shown < 0) {
    setInterval(tick, 1000);
    show(following(-1));
  }
});
(window.Plotly ? draw() : Promise.reject(new Error("plotly"))).catch((error) => tellShell("broken", { reason: String(error) }));
