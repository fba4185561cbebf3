/* Puts the few words that Streamlit's frame says in English into the visitor's language as they appear,
   and what follows the visitor into the address of this page and the links to the others. */
const SAID = ["aria-label", "placeholder", "title"];
const LOOK = 20; // ms
const LINKS = "a[data-testid^=stTopNav], a[data-testid=stSidebarNavLink]";

/**
 * @typedef {object} Frame
 * @property {string} language
 * @property {Record<string, string>} words
 * @property {Record<string, string>} beginnings of what is said of a choice: “Remove …”
 * @property {string} page its path
 * @property {Record<string, string>} follows parameters still missing in the address
 * @property {string[]} kept parameters that links to other pages carry
 * @property {string} once a parameter that is read once and leaves the address
 */

let leave = () => {}; // ends the watch in the language before: two would undo each other for ever

/** @param {{ data: Frame }} component */
export default function ({ data }) {
  leave();
  document.documentElement.lang = data.language;
  const arriving = setInterval(() => {
    if (!location.pathname.endsWith(`/${data.page}`)) return; // Streamlit has yet to open the page's address
    clearInterval(arriving);
    complete(data.follows, data.once);
  }, LOOK);
  const aim = (/** @type {Event} */ event) => carry(event, data.kept);
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, aim);

  const reworded = reword(data.words, data.beginnings);
  leave = () => {
    clearInterval(arriving);
    reworded.disconnect();
    for (const kind of ["pointerover", "focusin"]) document.removeEventListener(kind, aim);
  };
}

/**
 * Rewords what stands on the page and what appears on it.
 * @param {Record<string, string>} words
 * @param {Record<string, string>} beginnings
 */
function reword(words, beginnings) {
  /** @param {string | null} text */
  const reworded = (text) => {
    if (text === null) return undefined;
    const [count] = text.match(/^\d+/) ?? [""];
    const known = text.trim().replace(/^\d+(?= )/, "#"); // “6 more”
    if (words[known] ?? Object.values(words).includes(known)) return words[known]?.replace("#", count);
    const begun = Object.keys(beginnings).find((beginning) => text.startsWith(beginning));
    return begun && beginnings[begun] + text.slice(begun.length);
  };

  /** @param {Element} node */
  function element(node) {
    for (const name of SAID) {
      const better = reworded(node.getAttribute(name));
      if (better) node.setAttribute(name, better);
    }
  }

  /** @param {Node} root */
  function all(root) {
    if (root.nodeType === Node.TEXT_NODE) {
      const better = reworded(root.nodeValue);
      if (better && !root.parentElement?.closest("[data-testid=stMarkdown]")) root.nodeValue = better;
    } else if (root instanceof HTMLElement) {
      element(root);
      for (const child of root.childNodes) all(child);
    }
  }

  all(document.body);
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") element(/** @type {Element} */ (change.target));
      else for (const node of change.addedNodes) all(node);
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: SAID });
  return watch;
}

/**
 * Writes what is missing into the address in place: going back meets one entry a page.
 * @param {Record<string, string>} follows
 * @param {string} once
 */
function complete(follows, once) {
  const asked = new URLSearchParams(location.search);
  const missing = Object.entries(follows).filter(([name]) => !asked.has(name));
  if (!missing.length && !asked.has(once)) return;
  for (const [name, text] of missing) asked.set(name, text);
  asked.delete(once);
  history.replaceState(history.state, "", location.pathname + (asked.size ? `?${asked}` : ""));
}

/**
 * A link to another page opens it, in a second tab too, as this one stands.
 * @param {Event} event
 * @param {string[]} kept
 */
function carry(event, kept) {
  const link = event.target instanceof Element ? event.target.closest(LINKS) : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const here = new URLSearchParams(location.search);
  const carried = kept.flatMap((name) => (here.has(name) ? [[name, here.get(name) ?? ""]] : []));
  link.search = new URLSearchParams(carried).toString();
}
