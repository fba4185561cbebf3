/** Presses the key of the next slide; the time when. */
() => {
  const at = Date.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  return at;
}
