/** The text alternative of every chart, "" where one has none. */
() =>
  [...document.querySelectorAll(".d-chart")].map((chart) => {
    const labelled = chart.getAttribute("aria-label") ? chart : chart.querySelector("[aria-label]");
    return labelled?.getAttribute("aria-label") || "";
  })
