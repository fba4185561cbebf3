/** Of a table: whether it fits its frame, its height, how many cells are cut, how many columns it has. */
(table) => {
  const cut = [...table.querySelectorAll("td, th")].filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
  return [
    table.scrollWidth <= table.parentElement.clientWidth + 1,
    table.getBoundingClientRect().height,
    cut.length,
    table.rows[0].cells.length,
  ];
}
