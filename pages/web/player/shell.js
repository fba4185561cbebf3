/* The page that is never left: plays a verified bundle in a frame, asks for newer ones, swaps at the end of a
   loop. Whatever fails, the frame that plays stays. */
import { clock } from "./clock.js";
import { framed, tellPlayer } from "./frame.js";
import { newerBundle, newestManifest } from "./newer.js";
import { every, here, hurry, preview, server } from "./options.js";
import { report } from "./report.js";

/** @typedef {import("../types").Bundle} Bundle */
/** @typedef {import("../types").Manifest} Manifest */
/** @typedef {import("../types").Player} Player */

const FORMAT = 1; // of the bundles that this shell can play
// all in ms; CARE_EVERY and HANGS_AFTER are shorter where all runs faster
const DRAWN_WITHIN = 120000,
  REPORT_EVERY = 300000,
  CLOCK_OFF = 60000,
  AGAIN = 10000,
  CARE_EVERY = 20000,
  HANGS_AFTER = 30000;

const page = document.body.dataset; // what the screen is doing, for reports and tests

class Shell {
  /**
   * @param {Bundle} first that came with the page
   * @param {Record<string, string>} words
   * @param {string} topology
   */
  constructor(first, words, topology) {
    this.first = first;
    this.words = words;
    this.topology = topology;
    this.sign = /** @type {HTMLElement} */ (document.getElementById("sign"));
    /** @type {Set<Player>} */
    this.players = new Set();
    /** @type {Set<string>} */
    this.refused = new Set(); // versions that could not be played
    /** @type {Player | null} */
    this.current = null;
    /** @type {Player | null} */
    this.coming = null;
    /** @type {Date | null} */
    this.lostSince = null;
    this.half = false; // a newer bundle came in part only
    this.resting = "";
    this.offset = this.heard = this.patience = this.changes = 0;
    this.restarted = "";
    addEventListener("message", ({ source, data }) => this.hear(source, data));
    setInterval(() => this.care(), CARE_EVERY / hurry);
    this.coming = this.mount(first);
    if (server) this.ask();
  }

  ask() {
    setTimeout(() => this.poll(), Math.min(every, 5000));
    setInterval(report, REPORT_EVERY);
    const own = server === here && window.isSecureContext && "serviceWorker" in navigator;
    if (own) navigator.serviceWorker.register("sw.js").catch(() => {});
  }

  now() {
    return new Date(Date.now() + this.offset);
  }

  tell() {
    const { lostSince, half, refused, words, resting } = this;
    const lost = lostSince ? words.lost.replace("{time}", clock(lostSince)) : "";
    this.sign.textContent = resting || lost || (half ? words.half : "");
    page.state = lostSince ? "lost" : half ? "half" : refused.size ? "refused" : "ok";
  }

  /** @param {Bundle} bundle */
  mount(bundle) {
    const player = framed(bundle, this.topology, this.offset);
    this.patient(player);
    this.players.add(player);
    document.body.append(player.frame);
    return player;
  }

  /** @param {Player} player */
  patient(player) {
    clearTimeout(player.late);
    player.late = window.setTimeout(() => this.drop(player, "late"), DRAWN_WITHIN);
  }

  /**
   * @param {Player} player
   * @param {string} why it cannot be played; "" where it has had its time
   */
  drop(player, why = "") {
    clearTimeout(player.late);
    this.players.delete(player);
    player.frame.remove();
    if (player === this.coming) this.coming = null;
    if (why && player.bundle !== this.current?.bundle) this.refused.add(player.bundle.manifest.version);
    if (why && !this.current) setTimeout(() => this.firstAgain(), AGAIN);
    this.tell();
    if (why) report();
  }

  /* Nothing plays yet: again and again. */
  firstAgain() {
    if (!this.current && !this.coming) this.coming = this.mount(this.first);
  }

  /**
   * Another bundle, or the same afresh, in the place of the one that is drawing already.
   * @param {Bundle} bundle
   */
  prepare(bundle) {
    if (this.coming) this.drop(this.coming);
    this.coming = this.mount(bundle);
    return this.coming;
  }

  /** @param {Player} player */
  play(player) {
    tellPlayer(player, { type: "play", offset: this.offset });
  }

  /**
   * @param {MessageEventSource | null} source
   * @param {any} data
   */
  hear(source, data) {
    const player = [...this.players].find(({ frame }) => frame.contentWindow === source);
    if (!player) return;
    if (data?.type === "ready") this.ready(player, data);
    if (data?.type === "waiting" && !player.ready) this.patient(player);
    if (data?.type === "broken") this.drop(player, "broken");
    if (data?.type === "scene") this.scene(player, data);
    if (data?.type === "loop" && player === this.current && this.coming?.ready) this.play(this.coming);
    if (data?.type === "rest") this.rest(data);
    if (data?.type === "turned" && player === this.current) this.afresh(player);
  }

  /**
   * @param {Player} player
   * @param {{ scenes: number, failed: string[] }} data
   */
  ready(player, { scenes, failed }) {
    clearTimeout(player.late);
    Object.assign(player, { ready: true, scenes, failed });
    if (!this.current || player.atOnce) this.play(player);
  }

  /**
   * @param {Player} player
   * @param {{ key: string, seconds: number }} data
   */
  scene(player, { key, seconds }) {
    if (player !== this.current) this.swap(player);
    const { version } = player.bundle.manifest;
    const counts = { changes: String(++this.changes), scenes: String(player.scenes) };
    Object.assign(page, { version, scene: key, failed: player.failed.join(" "), ...counts });
    this.heard = performance.now();
    this.patience = 2000 * seconds + HANGS_AFTER / hurry;
    this.tell();
  }

  /**
   * Its first scene stands: only now does the old one go.
   * @param {Player} player
   */
  swap(player) {
    const old = this.current;
    this.current = player;
    if (player === this.coming) this.coming = null;
    player.frame.classList.add("on");
    player.frame.focus({ preventScroll: true });
    if (old) this.drop(old);
    setTimeout(report);
  }

  /** @param {{ text: string, ms?: number }} data */
  rest({ text, ms = 0 }) {
    this.resting = text;
    this.patience += ms;
    this.tell();
  }

  /** @param {Player} player */
  afresh(player) {
    this.prepare(player.bundle).atOnce = true;
  }

  async poll() {
    let wait = every * (0.8 + 0.4 * Math.random());
    try {
      const { manifest, time } = await newestManifest();
      if (time) this.setClock(time);
      this.lostSince = null;
      this.half = false;
      if (this.isNew(manifest)) {
        await this.renew(manifest).catch(() => {
          this.half = true;
          wait = Math.min(wait, AGAIN);
        });
      }
    } catch {
      this.lostSince ??= this.now();
      wait = Math.min(wait, AGAIN);
    }
    this.tell();
    setTimeout(() => this.poll(), wait);
  }

  /** @param {number} there the server's time, ms */
  setClock(there) {
    this.offset = Math.abs(there - Date.now()) > CLOCK_OFF ? there - Date.now() : 0;
    for (const player of this.players) tellPlayer(player, { offset: this.offset });
  }

  /** @param {Manifest} manifest */
  isNew({ format, version }) {
    const held = [this.current, this.coming].map((player) => player?.bundle.manifest.version);
    return format === FORMAT && !held.includes(version) && !this.refused.has(version);
  }

  /** @param {Manifest} manifest */
  async renew(manifest) {
    this.prepare(await newerBundle(manifest, this.current?.bundle ?? this.first));
  }

  /* Looks after the frame: one that has stopped is drawn afresh, and every one once a night. */
  care() {
    const { current } = this;
    if (!current || document.hidden) {
      this.heard = performance.now();
      return;
    }
    const at = this.now(),
      day = at.toDateString();
    const { restart } = JSON.parse(current.bundle.parts["scenes.json"]);
    if (at.toTimeString().slice(0, 5) === restart && this.restarted !== day && !this.coming) {
      this.restarted = day;
      this.prepare(current.bundle);
    }
    if (performance.now() - this.heard > this.patience && !this.coming) this.afresh(current);
  }
}

const { manifest, parts, words, topology } = window.BUNDLE;
new Shell({ manifest, parts }, words, topology);
