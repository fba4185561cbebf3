/* A year's parts, fetched before they are asked for and put into place when it is stepped to. */
import { show } from "./shown.js";

/** @typedef {import("./shown.js").Parts & { shape: string }} YearParts */

const NEAR = 2; // years on both sides that are fetched before they are asked for
const REST = 300; // ms after a page has come: its own files first

/** @type {Map<string, Promise<YearParts | null>>} address → what it gave, null where it failed */
const known = new Map();
let wanted = ""; // the address of what is to stand on the page
let stepped = false; // whether anything but the server's own content has been put into place
let rest = 0;

/** @param {string} template @param {number} year */
const addressOf = (template, year) => template.replace("{year}", String(year));

/**
 * Puts a year into place, unless the page of that year is laid out otherwise: then the server draws it.
 * @param {string} template
 * @param {number} year
 * @param {string} shape of the page
 * @param {() => void} otherwise where the parts cannot be had
 */
export function stepTo(template, year, shape, otherwise) {
  const address = (wanted = addressOf(template, year));
  parts(address).then((found) => {
    if (wanted !== address) return;
    if (!found) otherwise();
    else if (found.shape === shape) {
      stepped = true;
      show(found);
    }
  });
}

/**
 * The server has run for a year: what stands on the page is made to be that year's, should it not be.
 * @param {string} template
 * @param {number} year
 * @param {string} shape
 */
export function arrive(template, year, shape) {
  if (stepped && wanted !== addressOf(template, year)) stepTo(template, year, shape, () => location.reload());
  else wanted = addressOf(template, year);
}

/**
 * @param {string} template
 * @param {number} year
 * @param {number[]} years rising
 */
export function fetchNear(template, year, years) {
  clearTimeout(rest);
  const at = years.indexOf(year);
  const near = years.slice(Math.max(at - NEAR, 0), at + NEAR + 1);
  rest = setTimeout(() => near.forEach((one) => parts(addressOf(template, one))), REST);
}

/** The page is left: its parts are no longer there. */
export function leave() {
  clearTimeout(rest);
  wanted = "";
  stepped = false;
}

/** @param {string} address */
function parts(address) {
  const found = known.get(address) ?? asked(address);
  known.set(address, found);
  return found;
}

/**
 * @param {string} address
 * @returns {Promise<YearParts | null>}
 */
async function asked(address) {
  try {
    const answer = await fetch(address);
    if (answer.ok) return await answer.json();
  } catch {
    // the server is away: it answers when it is back
  }
  known.delete(address);
  return null;
}
