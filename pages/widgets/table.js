/* A table of figures: numbers are written by the server, sorted here by their raw values. */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const collator = new Intl.Collator(data.language);
  let order = root.dataset.order ? JSON.parse(root.dataset.order) : null; // [column, direction] survives new data

  const cell = (tag, text, numeric) => {
    const node = document.createElement(tag);
    if (numeric) node.className = "n";
    if (text !== undefined) node.textContent = text;
    return node;
  };

  function rows() {
    const list = data.rows.slice();
    if (!order) return list;
    const [column, direction] = order;
    return list.sort((a, b) => {
      const [x, y] = [a.cells[column][1], b.cells[column][1]];
      if (x === null || y === null) return (x === null) - (y === null); // no figure: always last
      return direction * (typeof x === "number" ? x - y : collator.compare(x, y));
    });
  }

  function draw() {
    const table = document.createElement("table");
    table.append(Object.assign(document.createElement("caption"), { textContent: data.caption }));
    const head = table.createTHead().insertRow();
    data.columns.forEach((column, index) => {
      const th = cell("th", undefined, column.numeric);
      th.scope = "col";
      const sorted = order && order[0] === index;
      th.ariaSort = sorted ? (order[1] > 0 ? "ascending" : "descending") : "none";
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = column.label + (sorted ? (order[1] > 0 ? " ▲" : " ▼") : "");
      button.title = data.sort;
      button.onclick = () => {
        const first = column.numeric ? -1 : 1;
        order = sorted ? (order[1] === first ? [index, -first] : null) : [index, first];
        root.dataset.order = order ? JSON.stringify(order) : "";
        draw();
      };
      th.append(button);
      if (column.unit) th.append(Object.assign(document.createElement("small"), { textContent: column.unit }));
      head.append(th);
    });
    const body = table.createTBody();
    for (const row of rows()) {
      const tr = body.insertRow();
      tr.ariaSelected = String(row.selected);
      row.cells.forEach(([text, , fill, ink], index) => {
        const td = cell(index === data.header ? "th" : "td", undefined, data.columns[index].numeric);
        if (index === data.header) {
          td.scope = "row";
          const pick = document.createElement("button");
          pick.type = "button";
          pick.textContent = text;
          pick.onclick = () => setTriggerValue("picked", row.code);
          td.append(pick);
        } else td.textContent = text;
        if (fill) Object.assign(td.style, { background: fill, color: ink });
        tr.append(td);
      });
    }
    root.replaceChildren(table);
  }
  draw();
}
