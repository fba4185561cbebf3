/* Puts the few words that Streamlit's frame says in English into the visitor's language as they appear. */
const SAID = ["aria-label", "placeholder", "title"];

/** @param {{ data: { language: string, words: Record<string, string> } }} component */
export default function ({ data }) {
  document.documentElement.lang = data.language;

  /** @param {string | null} text */
  const reworded = (text) => (text === null ? undefined : data.words[text.trim()]);

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
  return () => watch.disconnect();
}
