/** Of the scene in sight: does anything scroll, what leaves the stage or its paper, what covers the foot. */
() => {
  const slide = document.querySelector(".slide.on");
  const stage = document.querySelector(".display").getBoundingClientRect();
  const leaves = (box, frame) =>
    box.width > 0 &&
    (box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1);
  const cut = (element) => {
    const box = element.getBoundingClientRect();
    const paper = element.closest(".main-svg")?.getBoundingClientRect();
    return leaves(box, stage) || (paper !== undefined && leaves(box, paper));
  };
  const foot = slide.querySelector("footer").getBoundingClientRect();
  const written = "h1, .subtitle, .badge, footer span, .d-card, .d-bands li, svg text";
  const bodies = ".d-card, .d-bands > div, .figure, table, .d-locator, .review";
  const root = document.documentElement;
  return {
    scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
    cursor: getComputedStyle(document.body).cursor,
    out: [...slide.querySelectorAll(written)].filter(cut).map((element) => element.textContent.slice(0, 40)),
    over: [...slide.querySelectorAll(bodies)]
      .filter((element) => element.getBoundingClientRect().bottom > foot.top + 2)
      .map((element) => element.className),
    font: getComputedStyle(document.querySelector("h1")).fontFamily,
  };
}
