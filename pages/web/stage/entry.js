/* The form that asks for what the address does not say: code, site or key. */
import { node } from "./nodes.js";

/**
 * Puts a form in the page's place.
 * @param {HTMLElement} page
 * @param {string} title
 * @param {[label: string, field: HTMLElement][]} fields
 * @param {string} wrong what was wrong with the last try, "" for nothing
 * @param {string} button
 * @param {() => void} submit
 */
export function entryForm(page, title, fields, wrong, button, submit) {
  const form = node(
    "form",
    { className: "entry" },
    node("h1", { textContent: title }),
    ...fields.map(([label, field]) => node("label", {}, label, field)),
    node("p", { className: "wrong", textContent: wrong, role: "alert" }),
    node("button", { className: "strong", textContent: button }),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  page.replaceChildren(form);
  fields[0][1].focus();
}

/**
 * A button that does something.
 * @param {string} text
 * @param {() => void} action
 */
export const button = (text, action, strong = false) =>
  node("button", { textContent: text, onclick: action, className: strong ? "strong" : "" });

/* The page's main element. */
export const page = /** @type {HTMLElement} */ (document.getElementById("page"));
