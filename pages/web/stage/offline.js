/* The slides without a server: keys and buttons, one's own district outlined. */
const { plan } = window.CONFERENCE.offline;
const page = document.getElementById("page");
const frame = node("div", { className: "window" }), told = node("div"), tools = node("div", { className: "tools" });
page.replaceChildren(frame, node("div", { className: "strip" }, told, tools));
const stage = new Stage(frame, plan);
const list = node("select", { id: "site", ariaLabel: say.choose_site }, node("option", { value: "", textContent: say.choose_site }), ...plan.districts.map((d) => node("option", { value: d.code, textContent: d.name })));
let at = Math.min(Math.max(+location.hash.slice(1) - 1 || 0, 0), plan.slides.length - 1);

async function go(n) {
  at = Math.min(Math.max(n, 0), plan.slides.length - 1);
  history.replaceState(null, "", `#${at + 1}`);
  stage.own = list.value;
  const content = await stage.show(`trang/${at}`);
  const own = content?.own?.[list.value], name = plan.districts.find((d) => d.code === list.value)?.name ?? plan.title;
  told.replaceChildren(node("b", { textContent: name }), own ? ` ${own.name}: ${[own.value, own.rank, own.change, own.plan].filter(Boolean).join(" · ")}` : "");
  document.body.dataset.shown = `trang/${at}|${list.value}`;
}

tools.append(list, node("button", { textContent: "←", title: say.previous, onclick: () => go(at - 1) }), node("button", { textContent: "→", title: say.next, onclick: () => go(at + 1) }));
list.onchange = () => go(at);
addEventListener("keydown", (event) => {
  const to = { ArrowRight: at + 1, PageDown: at + 1, " ": at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: plan.slides.length - 1 }[event.key];
  if (to !== undefined && event.target !== list) { event.preventDefault(); go(to); }
});
go(at).then(() => stage.prepare(at));
