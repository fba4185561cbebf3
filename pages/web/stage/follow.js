/* A site's page: asks for code and district where the address names none, then follows the chair. */
import { entryForm, page } from "./entry.js";
import { node } from "./nodes.js";
import { CODE, Refusal, ask, clientName, put, query, say, tell } from "./server.js";
import { Site } from "./site.js";

/** @typedef {import("../types").Plan} Plan */

const AGAIN = 2000; // ms until the server is asked again

const client = clientName();
start();

/** @returns {Promise<void>} */
async function start(wrong = "") {
  const code = (query.get("ma") || "").trim().toUpperCase();
  if (!code) return askCode(wrong);
  if (!CODE.test(code)) return askCode(tell("wrong_code", { code }));
  /** @type {Plan} */
  let plan;
  try {
    plan = await ask(`hoi-nghi/${encodeURIComponent(code)}/chuong-trinh.json`);
  } catch (error) {
    if (error instanceof Refusal) return askCode(error.message);
    page.replaceChildren(node("div", { className: "entry" }, say.waiting));
    return void setTimeout(start, AGAIN); // the server is away: try again by itself
  }
  const site = query.get("diem");
  if (site === null) return askSite(plan);
  const known = site === "" || plan.districts.some((d) => d.code === site);
  if (!known) return askSite(plan, tell("wrong_site", { site }));
  new Site(plan, site, client);
}

/** @param {string} wrong */
function askCode(wrong) {
  const input = node("input", {
    id: "code",
    value: query.get("ma") || "",
    autocomplete: "off",
    maxLength: 12,
  });
  entryForm(page, say.follow_title, [[say.code, input]], wrong, say.join, () => {
    put("ma", input.value.trim().toUpperCase());
    start();
  });
}

/**
 * @param {Plan} plan
 * @param {string} wrong
 */
function askSite(plan, wrong = "") {
  const districts = plan.districts.map((d) =>
    node("option", { value: d.code, textContent: `${d.name} – ${d.site}` }),
  );
  const none = node("option", { value: "", textContent: say.no_site });
  const list = node("select", { id: "site" }, none, ...districts);
  entryForm(page, plan.title, [[say.choose_site, list]], wrong, say.join, () => {
    put("diem", list.value);
    start();
  });
}
