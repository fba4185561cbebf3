/** Contrast (WCAG 2.2) of the text of every coloured cell of a table. */
(table) => {
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/\d+/g).slice(0, 3).map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (cell) => {
    const style = getComputedStyle(cell);
    const [paper, ink] = [luminance(style.backgroundColor), luminance(style.color)];
    return (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);
  };
  return [...table.querySelectorAll("tbody td")].filter((cell) => cell.style.background).map(contrast);
}
