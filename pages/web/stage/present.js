/* The chair's screen: steers what all sites see. */
import { Stage, ask, clientName, clock, follow, node, query, say, tell } from "./stage.js";

const page = document.getElementById("page");
const client = clientName();
const keyKept = () => sessionStorage.getItem("khoa") || "";
if (query.get("khoa")) {
  sessionStorage.setItem("khoa", query.get("khoa")); // out of the address bar that everybody sees
  query.delete("khoa");
  history.replaceState(null, "", `?${query}`);
}
start();

async function send(code, what, body) {
  return ask(`/hoi-nghi/${code}/${what}`, { method: "POST", headers: { "X-Khoa": keyKept(), "Content-Type": "application/json" }, body: JSON.stringify({ client, ...body }) });
}

async function start(wrong = "", force = false) {
  const code = (query.get("ma") || "").trim().toUpperCase();
  if (!code || !keyKept()) return askKey(wrong);
  try {
    const plan = await ask(`/hoi-nghi/${encodeURIComponent(code)}/chuong-trinh.json`);
    await send(plan.code, "tiep-quan", { force });
    const notes = await ask(`/hoi-nghi/${plan.code}/ghi-chu.json`, { headers: { "X-Khoa": keyKept() } });
    run(plan, notes);
  } catch (error) {
    if (!error.status) return setTimeout(start, 2000);
    if (error.reason === "other_presenter") return askTake(error.message);
    if (error.reason === "wrong_key") sessionStorage.removeItem("khoa");
    askKey(error.message);
  }
}

function askKey(wrong) {
  const code = node("input", { id: "code", value: query.get("ma") || "", autocomplete: "off" }), key = node("input", { id: "key", type: "password", autocomplete: "off" });
  const form = node("form", { className: "entry" }, node("h1", { textContent: say.present_title }), node("label", {}, say.code, code), node("label", {}, say.key, key),
    node("p", { className: "wrong", textContent: wrong, role: "alert" }), node("button", { className: "strong", textContent: say.open }));
  form.onsubmit = (event) => {
    event.preventDefault();
    query.set("ma", code.value.trim().toUpperCase());
    history.replaceState(null, "", `?${query}`);
    if (key.value) sessionStorage.setItem("khoa", key.value.trim());
    start();
  };
  page.replaceChildren(form);
}

function askTake(message) {
  page.replaceChildren(node("div", { className: "entry" }, node("p", { className: "wrong", textContent: message, role: "alert" }),
    node("button", { className: "strong", textContent: say.take_over, onclick: () => start("", true) })));
}

function run(plan, notes) {
  page.className = "present";
  const frame = node("div", { className: "window" }), side = node("aside", { className: "side" }), sign = node("div", { className: "sign", role: "status" });
  page.replaceChildren(frame, side);
  let state = null, ended = plan.ended, steering = true, shownAt = Date.now(), digits = "";

  const warn = node("p", { className: "warn", role: "alert" }), edition = node("p", { className: "warn" });
  const time = node("div", { className: "clock" }), left = node("div"), where = node("div"), next = node("div", { className: "next" }), note = node("p"), sites = node("ul", { className: "sites" }), count = node("h2");

  async function act(command) {
    try {
      take(await send(plan.code, "lenh", { command }));
      warn.textContent = "";
    } catch (error) {
      warn.textContent = error.message;
    }
  }
  const stage = new Stage(frame, plan, (code) => act({ highlight: code }));
  frame.append(sign);

  function take(now) {
    if (state && now.revision < state.revision) return;
    if (!state || now.slide !== state.slide) shownAt = Date.now();
    state = now;
    render();
  }

  async function render() {
    stage.blank(state.blank);
    stage.mark(state.highlight, "");
    where.textContent = `${plan.code} · ${tell("page_of", { n: state.slide + 1, of: plan.slides.length })} · ${plan.edition}`;
    next.textContent = plan.slides[state.slide + 1]?.title ?? "–";
    note.textContent = notes[state.slide] || say.no_notes;
    tick();
    try {
      await stage.show(Stage.key(state));
    } catch (error) {
      if (!error.status) setTimeout(render, 1500);
    }
    document.body.dataset.shown = `${stage.current}|${state.highlight}|${state.revision}`;
  }

  function tick() {
    time.textContent = clock();
    if (!state) return;
    const remain = Math.ceil(plan.slides[state.slide].minutes - (Date.now() - shownAt) / 60000);
    left.textContent = remain >= 0 ? tell("minutes_left", { minutes: remain }) : tell("minutes_over", { minutes: -remain });
    left.className = remain < 0 ? "over" : "";
    const speaker = plan.slides[state.slide].speaker;
    if (speaker) left.textContent += ` · ${speaker}`;
  }
  setInterval(tick, 5000);

  async function presence() {
    const here = await ask(`/hoi-nghi/${plan.code}/nguoi-xem.json`, { headers: { "X-Khoa": keyKept() } }).catch(() => null);
    if (!here) return;
    const since = new Map(here.filter((v) => v.role === "site").map((v) => [v.site, v.since]).reverse());
    const districts = plan.districts.filter((d) => since.has(d.code)).length;
    count.textContent = tell("connected", { count: districts, of: plan.districts.length });
    sites.replaceChildren(...plan.districts.map((d) => {
      const at = since.get(d.code);
      return node("li", { className: at ? "here" : "" }, `${d.short} `, node("small", { textContent: at ? tell("since", { time: clock(new Date(at)) }) : say.not_connected }));
    }), node("li", { textContent: tell("viewers", { count: here.filter((v) => v.role === "site" && !v.site).length }) }));
  }

  const full = () => { page.classList.toggle("full"); if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {}); else document.exitFullscreen(); };
  const button = (text, action, strong = false) => node("button", { textContent: text, onclick: action, className: strong ? "strong" : "" });
  side.append(warn, edition, node("div", {}, time, left), where,
    node("div", { className: "buttons" }, button(say.previous, () => act({ step: -1 })), button(say.next, () => act({ step: 1 }), true), button(say.blank, () => act({ blank: !state.blank })), button(say.full, full)),
    node("h2", { textContent: say.next_slide }), next, node("h2", { textContent: say.notes }), note, questions(), minutes(), count, sites,
    button(say.end_conference, () => confirm(say.end_sure) && send(plan.code, "ket-thuc", {}).catch((error) => { warn.textContent = error.message; })));

  function questions() {
    const list = node("select", { id: "ask-indicator", ariaLabel: say.indicator }), years = node("select", { id: "ask-year", ariaLabel: say.year }), views = node("select", { id: "ask-view" },
      ...["ban_do", "xep_hang", "dien_bien", "ke_hoach"].map((v) => node("option", { value: v, textContent: say[`view_${v}`] })));
    ask(`/hoi-nghi/${plan.code}/lua-chon.json`).then((known) => {
      list.append(...known.map((k) => node("option", { value: k.id, textContent: k.name })));
      list.onchange = () => years.replaceChildren(...known.find((k) => k.id === list.value).years.slice().reverse().map((y) => node("option", { value: y, textContent: y })));
      list.onchange();
    }).catch(() => {});
    return node("div", { className: "ask" }, node("h2", { textContent: say.question }), list, node("div", { className: "buttons" }, years, views),
      node("div", { className: "buttons" }, button(say.ask, () => act({ question: { indicator: list.value, year: +years.value, view: views.value } }), true), button(say.back_to_agenda, () => act({ question: null }))));
  }

  /* What is being typed stays in this browser until the server has it. */
  function minutes() {
    const draft = `ket-luan-${plan.code}`, text = node("textarea", { id: "minute", rows: 3, ariaLabel: say.conclusion, value: localStorage.getItem(draft) || "" });
    const owner = node("input", { id: "minute-owner", placeholder: say.owner, ariaLabel: say.owner }), deadline = node("input", { id: "minute-deadline", type: "date", ariaLabel: say.deadline });
    const list = node("ol", { className: "minutes" }), wrong = node("p", { className: "wrong", role: "alert" });
    text.oninput = () => localStorage.setItem(draft, text.value);
    const show = (kept) => list.append(node("li", {}, kept.text, ...(kept.owner || kept.deadline ? [node("small", { textContent: ` ${[kept.owner, kept.deadline].filter(Boolean).join(", ")}` })] : [])));
    minutes.refresh = () => ask(`/hoi-nghi/${plan.code}/bien-ban.json`, { headers: { "X-Khoa": keyKept() } }).then((all) => { list.replaceChildren(); all.forEach(show); }).catch(() => {});
    const keep = async () => {
      try {
        await send(plan.code, "bien-ban", { text: text.value, owner: owner.value, deadline: deadline.value });
        localStorage.removeItem(draft);
        for (const field of [text, owner, deadline]) field.value = "";
        wrong.textContent = "";
        minutes.refresh();
      } catch (error) {
        wrong.textContent = error.status ? error.message : say.kept_here;
      }
    };
    minutes.refresh();
    return node("div", { className: "ask" }, node("h2", { textContent: say.conclusions }), text, node("div", { className: "buttons" }, owner, deadline), wrong, button(say.conclusion, keep, true), list);
  }

  addEventListener("keydown", (event) => {
    if (event.target.matches?.("input, select, textarea") || event.ctrlKey || event.altKey || event.metaKey) return;
    const acts = { ArrowRight: { step: 1 }, PageDown: { step: 1 }, " ": { step: 1 }, ArrowLeft: { step: -1 }, PageUp: { step: -1 }, Home: { slide: 0 }, End: { slide: plan.slides.length - 1 } };
    if (acts[event.key]) { event.preventDefault(); act(acts[event.key]); }
    else if (event.key === "b" || event.key === "B" || event.key === ".") act({ blank: !state.blank });
    else if (event.key === "f" || event.key === "F") full();
    else if (/^\d$/.test(event.key)) { digits += event.key; clearTimeout(run.digits); run.digits = setTimeout(jump, 700); }
    else if (event.key === "Enter" && digits) jump();
  });
  function jump() {
    clearTimeout(run.digits);
    const n = +digits;
    digits = "";
    if (n >= 1) act({ slide: n - 1 });
  }

  follow(plan.code, client, () => "", (event, data) => {
    if (event === "state") { const first = !state; take(data); if (first) { stage.prepare(data.slide); presence(); } }
    if (event === "presence" || event === "beat") presence();
    if (event === "presenter") { steering = data.client === client; warn.textContent = steering ? "" : say.was_taken; }
    if (event === "minutes") minutes.refresh();
    if (event === "edition") edition.textContent = tell("newer_edition", data);
    if (event === "ended") { ended = true; warn.textContent = say.refused_ended; }
  }, (since) => { sign.textContent = since ? tell("lost", { time: clock(since) }) : ""; });
}
