/* Asks the server for a newer bundle, part by part, each verified. */
import { NEEDED } from "./frame.js";
import { server } from "./options.js";
import { sha256 } from "./sha256.js";

/** @typedef {import("../types").Bundle} Bundle */
/** @typedef {import("../types").Manifest} Manifest */

const ANSWER_WITHIN = 20000; // ms

/**
 * @param {string} name
 * @throws {Error} no answer in time, or a refusal
 */
async function fetched(name) {
  const signal = AbortSignal.timeout(ANSWER_WITHIN);
  const answer = await fetch(server + name, { cache: "no-store", signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/**
 * The newest manifest, and what time it is there (ms, NaN where the server does not say).
 * @returns {Promise<{ manifest: Manifest, time: number }>}
 */
export async function newestManifest() {
  const answer = await fetched("manifest.json");
  return { manifest: await answer.json(), time: Date.parse(answer.headers.get("date") ?? "") };
}

/**
 * A newer bundle whole and verified: parts that have not changed are taken from the one that is here.
 * @param {Manifest} manifest
 * @param {Bundle} here
 * @returns {Promise<Bundle>}
 * @throws {Error} a part is missing, cut or bent
 */
export async function newerBundle(manifest, here) {
  /** @type {Record<string, string>} */
  const parts = {};
  for (const name of NEEDED) {
    const mark = manifest.files[name];
    const same = here.manifest.files[name].sha256 === mark.sha256;
    parts[name] = same ? here.parts[name] : await verified(name, mark);
  }
  return { manifest, parts };
}

/**
 * @param {string} name
 * @param {{ sha256: string, bytes: number }} mark
 */
async function verified(name, mark) {
  const bytes = new Uint8Array(await (await fetched(name)).arrayBuffer());
  if (bytes.length !== mark.bytes || (await sha256(bytes)) !== mark.sha256) throw new Error(name);
  return new TextDecoder().decode(bytes);
}
