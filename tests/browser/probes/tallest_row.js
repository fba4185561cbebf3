/** Height in px of the tallest row of any table, also of those in components. */
() => {
  let most = 0;
  const walk = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.tagName !== "TBODY") continue;
      for (const row of node.rows) most = Math.max(most, row.getBoundingClientRect().height);
    }
  };
  walk(document);
  return most;
}
