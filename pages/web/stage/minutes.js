/* The chair's form of conclusions: what is being typed stays in this browser until the server has it. */
import { button } from "./entry.js";
import { node } from "./nodes.js";
import { Refusal, ask, say } from "./server.js";

/** @typedef {import("../types").Conclusion} Conclusion */

/**
 * @param {string} code of the conference
 * @param {() => Record<string, string>} headers with the presenter's key
 * @param {(what: string, body: object) => Promise<unknown>} send
 * @returns the form, and how to read the conclusions anew
 */
export function minutesForm(code, headers, send) {
  const draft = `ket-luan-${code}`;
  const fields = inputs(localStorage.getItem(draft) || "");
  const list = node("ol", { className: "minutes" }),
    wrong = node("p", { className: "wrong", role: "alert" });
  fields.text.oninput = () => localStorage.setItem(draft, fields.text.value);
  const refresh = () =>
    ask(`hoi-nghi/${code}/bien-ban.json`, { headers: headers() })
      .then((all) => list.replaceChildren(...all.map(item)))
      .catch(() => {});
  const keep = async () => {
    try {
      const { text, owner, deadline } = fields;
      await send("bien-ban", { text: text.value, owner: owner.value, deadline: deadline.value });
      localStorage.removeItem(draft);
      for (const field of Object.values(fields)) field.value = "";
      wrong.textContent = "";
      refresh();
    } catch (error) {
      wrong.textContent = error instanceof Refusal ? error.message : say.kept_here;
    }
  };
  refresh();
  return { form: form(fields, wrong, keep, list), refresh };
}

/** @param {string} draft */
function inputs(draft) {
  return {
    text: node("textarea", { id: "minute", rows: 3, ariaLabel: say.conclusion, value: draft }),
    owner: node("input", { id: "minute-owner", placeholder: say.owner, ariaLabel: say.owner }),
    deadline: node("input", { id: "minute-deadline", type: "date", ariaLabel: say.deadline }),
  };
}

/**
 * @param {ReturnType<typeof inputs>} fields
 * @param {HTMLElement} wrong
 * @param {() => void} keep
 * @param {HTMLElement} list
 */
function form({ text, owner, deadline }, wrong, keep, list) {
  return node(
    "div",
    { className: "ask" },
    node("h2", { textContent: say.conclusions }),
    text,
    node("div", { className: "buttons" }, owner, deadline),
    wrong,
    button(say.conclusion, keep, true),
    list,
  );
}

/** @param {Conclusion} conclusion */
function item({ text, owner, deadline }) {
  const who = [owner, deadline].filter(Boolean).join(", ");
  return node("li", {}, text, ...(who ? [node("small", { textContent: ` ${who}` })] : []));
}
