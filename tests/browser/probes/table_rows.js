/** The rows of every table on the page, also of those in components: their cells' texts. */
() => {
  const found = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.tagName === "TBODY") found.push([...node.rows].map(texts));
    }
  };
  const texts = (row) => [...row.cells].map((cell) => cell.innerText.replaceAll("\u00a0", " ").trim());
  walk(document);
  return found;
}
