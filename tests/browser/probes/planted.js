/* Whether words that name a host stand on the page as text, and what of them is alive. */
(host) => {
  const names = ["src", "href", "xlink:href", "srcset", "data"];
  const leads = (element) =>
    names.some((name) => {
      const address = (element.getAttribute(name) ?? "").toLowerCase();
      return address.includes(host) || /^\s*javascript:/.test(address);
    });
  const live = [...document.querySelectorAll("*")].filter(
    (e) => leads(e) || e.matches("[onerror], [onload], .katex"),
  );
  return {
    text: (document.body?.textContent ?? "").toLowerCase().includes(host),
    live: live.map((e) => e.outerHTML.slice(0, 200)).join("\n") + (window.hit ? "it ran" : ""),
  };
};
