/* A site: follows the chair, its own district outlined; may browse and come back. */
import { Stage, ask, clientName, clock, follow, node, query, say, tell } from "./stage.js";

const page = document.getElementById("page");
const client = clientName();
start();

async function start(wrong = "") {
  const code = (query.get("ma") || "").trim().toUpperCase();
  if (!code) return askCode(wrong);
  let plan;
  try {
    plan = await ask(`/hoi-nghi/${encodeURIComponent(code)}/chuong-trinh.json`);
  } catch (error) {
    if (error.status) return askCode(error.message);
    page.replaceChildren(node("div", { className: "entry" }, say.waiting));
    return setTimeout(start, 2000); // the server is away: try again by itself
  }
  const site = query.get("diem");
  if (site === null) return askSite(plan);
  if (site !== "" && !plan.districts.some((d) => d.code === site)) return askSite(plan, tell("wrong_site", { site }));
  run(plan, site);
}

function put(name, value) {
  query.set(name, value);
  history.replaceState(null, "", `?${query}`);
}

function askCode(wrong) {
  const input = node("input", { id: "code", value: query.get("ma") || "", autocomplete: "off", maxLength: 12 });
  const form = node("form", { className: "entry" }, node("h1", { textContent: say.follow_title }), node("label", {}, say.code, input),
    node("p", { className: "wrong", textContent: wrong, role: "alert" }), node("button", { className: "strong", textContent: say.join }));
  form.onsubmit = (event) => { event.preventDefault(); put("ma", input.value.trim().toUpperCase()); start(); };
  page.replaceChildren(form);
  input.focus();
}

function askSite(plan, wrong = "") {
  const list = node("select", { id: "site" }, node("option", { value: "", textContent: say.no_site }), ...plan.districts.map((d) => node("option", { value: d.code, textContent: `${d.name} – ${d.site}` })));
  const form = node("form", { className: "entry" }, node("h1", { textContent: plan.title }), node("label", {}, say.choose_site, list),
    node("p", { className: "wrong", textContent: wrong, role: "alert" }), node("button", { className: "strong", textContent: say.join }));
  form.onsubmit = (event) => { event.preventDefault(); put("diem", list.value); start(); };
  page.replaceChildren(form);
}

function run(plan, site) {
  const frame = node("div", { className: "window" }), sign = node("div", { className: "sign", role: "status" });
  const told = node("div"), tools = node("div", { className: "tools" }), strip = node("div", { className: "strip" }, told, tools);
  page.replaceChildren(frame, strip);
  const stage = new Stage(frame, plan);
  frame.append(sign);
  let state = null, browsed = null, content = null, ended = plan.ended;

  const line = () => {
    const own = content?.own?.[site], name = plan.districts.find((d) => d.code === site)?.name ?? plan.title;
    const parts = own ? [own.value, own.rank, own.change, own.plan].filter(Boolean).join(" · ") : site ? say.own_none : "";
    const chair = plan.districts.find((d) => d.code === state?.highlight);
    told.replaceChildren(node("b", { textContent: name }), ` ${own ? `${own.name}: ` : ""}${parts} `, ...(chair ? [node("span", { className: "shown-name", textContent: `▶ ${chair.name}` })] : []));
    const n = state ? state.slide + 1 : 1;
    const free = browsed === null
      ? [node("button", { textContent: say.browse, onclick: () => browse(state?.slide ?? 0) })]
      : [node("span", { textContent: tell("browsing", { n }) }), node("button", { textContent: "←", title: say.previous, onclick: () => browse(browsed - 1) }),
         node("button", { textContent: "→", title: say.next, onclick: () => browse(browsed + 1) }), node("button", { className: "strong", textContent: say.back_to_live, onclick: () => { browsed = null; render(); } })];
    tools.replaceChildren(...(ended ? [node("span", { textContent: say.ended })] : []), ...free);
  };

  async function render() {
    if (!state) return;
    const key = browsed === null ? Stage.key(state) : `trang/${browsed}`;
    stage.blank(browsed === null && state.blank);
    stage.mark(state.highlight, site);
    try {
      content = (await stage.show(key)) ?? content;
    } catch (error) {
      if (!error.status) setTimeout(render, 1500); // the picture comes when the line does
    }
    line();
    document.body.dataset.shown = `${stage.current}|${state.highlight}|${state.revision}`;
  }

  function browse(n) {
    browsed = Math.min(Math.max(n, 0), plan.slides.length - 1);
    render();
  }

  addEventListener("keydown", (event) => {
    if (browsed !== null && event.key === "ArrowLeft") browse(browsed - 1);
    if (browsed !== null && event.key === "ArrowRight") browse(browsed + 1);
    if (event.key === "Escape" && browsed !== null) { browsed = null; render(); }
  });
  follow(plan.code, client, () => site, (event, data) => {
    if (event === "state" && (!state || data.revision >= state.revision)) {
      const first = !state;
      state = data;
      render().then(() => first && stage.prepare(state.slide));
    }
    if (event === "ended") { ended = true; line(); }
  }, (since) => { sign.textContent = since ? tell("lost", { time: clock(since) }) : ""; });
}
