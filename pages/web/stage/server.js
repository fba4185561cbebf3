/* The conference's page and its server: words, address, questions, the stream of events. */

export const { words: say, language, topology } = window.CONFERENCE;
export const CODE = /^[A-Z0-9]{1,16}$/; // of a conference
export const query = new URLSearchParams(location.search);

/**
 * A text of the page's words with its {places} filled.
 * @param {string} key
 * @param {Record<string, unknown>} values
 */
export const tell = (key, values = {}) =>
  say[key].replace(/{(\w+)}/g, (_, name) => String(values[name] ?? ""));

export const clock = (when = new Date()) =>
  when.toLocaleTimeString(language === "vi" ? "vi-VN" : "en-GB", { hour: "2-digit", minute: "2-digit" });

/* A refusal of the server: its sentence, its status and the key of its reason. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {{ message?: string, error?: string }} answer
   */
  constructor(status, { message, error }) {
    super(message || String(status));
    Object.assign(this, { status, reason: error ?? "" });
  }
  status = 0;
  reason = "";
}

/**
 * JSON of an address of this conference.
 * @param {string} address
 * @param {RequestInit} options
 * @returns {Promise<any>}
 * @throws {Refusal} what the server does not give
 */
export async function ask(address, options = {}) {
  const name = address.split("/").slice(2).join("/").replace(".json", "");
  const kept = window.CONFERENCE.offline?.slides[name];
  if (kept) return kept;
  const sign = address.includes("?") ? "&" : "?";
  const answer = await fetch(`${address}${sign}ngon_ngu=${language}`, options);
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, data);
  return data;
}

/* The name of this tab for the server. */
export function clientName() {
  const kept = sessionStorage.getItem("may");
  if (kept) return kept;
  const random = () => `may-${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
  const name = crypto.randomUUID ? crypto.randomUUID() : random();
  sessionStorage.setItem("may", name);
  return name;
}

/**
 * Writes a choice into the address.
 * @param {string} name
 * @param {string} value
 */
export function put(name, value) {
  query.set(name, value);
  history.replaceState(null, "", `${location.pathname}?${query}`);
}
