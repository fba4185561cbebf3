/* Notes in window.shownAt when each revision of the conference was shown. */
window.shownAt = {};
new MutationObserver(() => {
  window.shownAt[document.body.dataset.shown] = Date.now();
}).observe(document.body, { attributes: true, attributeFilter: ["data-shown"] });
