/** The middle of the widest of the shapes that a selector names, in px of the window. */
(selector) => {
  const shapes = [...document.querySelectorAll(selector)];
  const box = shapes.sort((a, b) => b.getBBox().width - a.getBBox().width)[0].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
