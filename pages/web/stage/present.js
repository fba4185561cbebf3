/* The chair's screen: steers what all sites see. */
import { button, entryForm, page } from "./entry.js";
import { node } from "./nodes.js";
import { Presenter } from "./presenter.js";
import { CODE, Refusal, ask, clientName, put, query, say, tell } from "./server.js";

const AGAIN = 2000; // ms until the server is asked again

const client = clientName();
const keyKept = () => sessionStorage.getItem("khoa") || "";
const headers = () => ({ "X-Khoa": keyKept(), "X-May": client });

// behind #: it never reaches the server
const linked = new URLSearchParams(location.hash.slice(1)).get("khoa");
if (linked) {
  sessionStorage.setItem("khoa", linked); // out of the address bar that everybody sees
  history.replaceState(null, "", `${location.pathname}?${query}`);
}
start();

/**
 * @param {string} code
 * @param {string} what
 * @param {object} body
 */
const send = (code, what, body) =>
  ask(`hoi-nghi/${code}/${what}`, {
    method: "POST",
    headers: { ...headers(), "Content-Type": "application/json" },
    body: JSON.stringify({ client, ...body }),
  });

/**
 * @param {string} wrong what was wrong with the last try
 * @param {boolean} force take over from another presenter
 * @returns {Promise<void>}
 */
async function start(wrong = "", force = false) {
  const code = (query.get("ma") || "").trim().toUpperCase();
  if (!code || !keyKept()) return askKey(wrong);
  if (!CODE.test(code)) return askKey(tell("wrong_code", { code }));
  try {
    const plan = await ask(`hoi-nghi/${encodeURIComponent(code)}/chuong-trinh.json`);
    await send(plan.code, "tiep-quan", { force });
    const notes = await ask(`hoi-nghi/${plan.code}/ghi-chu.json`, { headers: headers() });
    new Presenter(plan, notes, { client, headers, send: (what, body) => send(plan.code, what, body) });
  } catch (error) {
    if (!(error instanceof Refusal)) return void setTimeout(start, AGAIN);
    if (error.reason === "other_presenter") return askTake(error.message);
    if (error.reason === "wrong_key") sessionStorage.removeItem("khoa");
    askKey(error.message);
  }
}

/** @param {string} wrong */
function askKey(wrong) {
  const code = node("input", { id: "code", value: query.get("ma") || "", autocomplete: "off" });
  const key = node("input", { id: "key", type: "password", autocomplete: "off" });
  const submit = () => {
    put("ma", code.value.trim().toUpperCase());
    if (key.value) sessionStorage.setItem("khoa", key.value.trim());
    start();
  };
  entryForm(
    page,
    say.present_title,
    [
      [say.code, code],
      [say.key, key],
    ],
    wrong,
    say.open,
    submit,
  );
}

/** @param {string} message */
function askTake(message) {
  const why = node("p", { className: "wrong", textContent: message, role: "alert" });
  const take = button(say.take_over, () => start("", true), true);
  page.replaceChildren(node("div", { className: "entry" }, why, take));
}
