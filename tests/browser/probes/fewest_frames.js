/** Notes in window.fewest how many frames are in sight at every change of the page. */
() => {
  window.fewest = 9;
  const look = () => {
    window.fewest = Math.min(window.fewest, document.querySelectorAll("iframe.on").length);
  };
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] };
  new MutationObserver(look).observe(document.body, watched);
}
