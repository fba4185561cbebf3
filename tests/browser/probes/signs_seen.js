/* Notes in window.signsSeen every text that the sign of the connection has shown. */
window.signsSeen = [];
new MutationObserver(() => {
  window.signsSeen.push(document.querySelector(".sign").textContent);
}).observe(document.querySelector(".sign"), { childList: true, characterData: true, subtree: true });
