/** Extent (px²) and fill of every shape that a selector names. */
(selector) =>
  [...document.querySelectorAll(selector)].map((shape) => {
    const box = shape.getBBox();
    return [box.width * box.height, getComputedStyle(shape).fill];
  })
