/* The page that is never left: plays a verified bundle in a frame, asks for newer ones, swaps at the end of a loop.
   Whatever fails, the frame that plays stays. Address: ten = the screen's name, may_chu = where newer bundles lie,
   toc_do = speed, hoi = seconds between two questions, xem_thu = a preview. */
(() => {
  const { manifest, parts, words, topology } = window.BUNDLE;
  const FORMAT = 1, NEEDED = ["fonts.css", "player.css", "plotly.js", "shapes.json", "scenes.json", "player.js"];
  const DRAWN_WITHIN = 120000, ANSWER_WITHIN = 20000, REPORT_EVERY = 300000, CLOCK_OFF = 60000, AGAIN = 10000;
  const CARE_EVERY = 20000, HANGS_AFTER = 30000; // ms; both shorter where all runs faster
  const query = new URLSearchParams(location.search), number = (key, usual) => (Number(query.get(key)) > 0 ? Number(query.get(key)) : usual);
  const server = query.get("may_chu") || (location.protocol.startsWith("http") ? new URL(".", location.href).href : "");
  const speed = number("toc_do", 1), preview = query.has("xem_thu"), hurry = Math.min(Math.max(speed, 1), 10), every = 1000 * number("hoi", 60), sign = document.getElementById("sign"), state = document.body.dataset;
  const players = new Set(), refused = new Set();
  let current = null, coming = null, offset = 0, lostSince = null, half = false, resting = "", heard = 0, patience = 0, restarted = "", changes = 0;

  const clock = (at) => at.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) + (at.toDateString() === new Date().toDateString() ? "" : ` ${at.toLocaleDateString("vi-VN")}`);
  function tell() {
    sign.textContent = resting || (lostSince ? words.lost.replace("{time}", clock(lostSince)) : half ? words.half : "");
    state.state = lostSince ? "lost" : half ? "half" : refused.size ? "refused" : "ok";
  }

  /* A frame that draws a bundle out of sight; it plays once it is asked to. */
  function mount(bundle) {
    const frame = document.createElement("iframe"), player = { bundle, frame, ready: false, playing: false, scenes: 0 };
    const { [NEEDED[0]]: fonts, [NEEDED[1]]: style, [NEEDED[2]]: plotly, [NEEDED[3]]: shapes, [NEEDED[4]]: scenes, [NEEDED[5]]: script } = bundle.parts;
    frame.title = bundle.manifest.title;
    frame.srcdoc = ["<!doctype html><html><head><meta charset=utf-8><style>", fonts, style, "</style></head><body><script>window.PlotlyGeoAssets={topojson:", topology, "};window.OPTIONS=", JSON.stringify({ speed, offset, preview }),
      ";window.SHAPES=", shapes, ";window.SCENES=", scenes, ";</script><script>", plotly, "</script><script>", script, "</script></body></html>"].join("");
    patient(player);
    players.add(player);
    document.body.append(frame);
    return player;
  }

  function patient(player) {
    clearTimeout(player.late);
    player.late = setTimeout(() => drop(player, "late"), DRAWN_WITHIN);
  }

  function drop(player, why = "") {
    clearTimeout(player.late);
    players.delete(player);
    player.frame.remove();
    if (player === coming) coming = null;
    if (why && player.bundle !== current?.bundle) refused.add(player.bundle.manifest.version);
    if (why && !current) setTimeout(() => !current && !coming && (coming = mount(first)), AGAIN); // nothing plays yet: again and again
    tell();
    if (why) report();
  }

  /* Another bundle, or the same afresh, in the place of the one that is drawing already. */
  function prepare(bundle) {
    if (coming) drop(coming);
    coming = mount(bundle);
  }

  function play(player) {
    player.frame.contentWindow.postMessage({ type: "play", offset }, "*");
  }

  const on = {
    ready(player, data) {
      clearTimeout(player.late);
      Object.assign(player, { ready: true, scenes: data.scenes, failed: data.failed });
      if (!current || player.atOnce) play(player);
    },
    waiting(player) {
      if (!player.ready) patient(player);
    },
    broken(player) {
      drop(player, "broken");
    },
    scene(player, data) {
      if (player !== current) { // its first scene stands: only now does the old one go
        const old = current;
        current = player;
        if (player === coming) coming = null;
        player.frame.classList.add("on");
        player.frame.focus({ preventScroll: true });
        if (old) drop(old);
        setTimeout(report);
      }
      Object.assign(state, { version: player.bundle.manifest.version, scene: data.key, changes: ++changes, scenes: player.scenes, failed: (player.failed || []).join(" ") });
      heard = performance.now();
      patience = 2000 * data.seconds + HANGS_AFTER / hurry;
      tell();
    },
    loop(player) {
      if (player === current && coming?.ready) play(coming);
    },
    rest(player, data) {
      resting = data.text;
      patience += data.ms || 0;
      tell();
    },
    turned(player) {
      if (player === current) afresh();
    },
  };

  function afresh() {
    prepare(current.bundle);
    coming.atOnce = true;
  }

  addEventListener("message", ({ source, data }) => {
    const player = [...players].find((one) => one.frame.contentWindow === source);
    if (player && Object.hasOwn(on, data?.type)) on[data.type](player, data);
  });

  async function fetched(name) {
    const answer = await fetch(server + name, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN) });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  }

  /* A newer bundle whole and verified, or none: parts that have not changed are taken from the one that plays. */
  async function renew(told) {
    const own = (current ?? { bundle: first }).bundle, got = {};
    for (const name of NEEDED) {
      const mark = told.files[name];
      if (own.manifest.files[name].sha256 === mark.sha256) { got[name] = own.parts[name]; continue; }
      const bytes = new Uint8Array(await (await fetched(name)).arrayBuffer());
      if (bytes.length !== mark.bytes || (await sha256(bytes)) !== mark.sha256) throw new Error(name);
      got[name] = new TextDecoder().decode(bytes);
    }
    prepare({ manifest: told, parts: got });
  }

  async function poll() {
    let wait = every * (0.8 + 0.4 * Math.random());
    try {
      const answer = await fetched("manifest.json"), told = await answer.json(), there = Date.parse(answer.headers.get("date"));
      if (there) {
        offset = Math.abs(there - Date.now()) > CLOCK_OFF ? there - Date.now() : 0;
        for (const player of players) player.frame.contentWindow?.postMessage({ offset }, "*");
      }
      lostSince = null;
      half = false;
      const held = [current, coming].map((player) => player?.bundle.manifest.version);
      if (told.format === FORMAT && !held.includes(told.version) && !refused.has(told.version)) {
        await renew(told).catch(() => { half = true; wait = Math.min(wait, AGAIN); });
      }
    } catch {
      lostSince ??= new Date(Date.now() + offset);
      wait = Math.min(wait, AGAIN);
    }
    tell();
    setTimeout(poll, wait);
  }

  const device = (() => {
    const made = `man-hinh-${Math.random().toString(36).slice(2, 10)}`;
    try { return (localStorage["man-hinh"] ??= made); } catch { return made; }
  })();
  function report() {
    if (!server || preview) return; // a preview is no screen
    const told = { device, name: query.get("ten") || "", scene: state.scene || "", version: state.version || "", failed: state.failed || "", uptime: Math.round(performance.now() / 1000),
      state: state.state || "", memory: Math.round((performance.memory?.usedJSHeapSize || 0) / 1048576) };
    fetch(`${server}bao`, { method: "POST", mode: "no-cors", keepalive: true, body: JSON.stringify(told) }).catch(() => {}); // nobody may hear it: no matter
  }

  /* Looks after the frame: one that has stopped is drawn afresh, and every one once a night. */
  setInterval(() => {
    if (!current || document.hidden) { heard = performance.now(); return; }
    const at = new Date(Date.now() + offset), minute = at.toTimeString().slice(0, 5), day = at.toDateString();
    if (minute === JSON.parse(current.bundle.parts["scenes.json"]).restart && restarted !== day && !coming) {
      restarted = day;
      prepare(current.bundle);
    }
    if (performance.now() - heard > patience && !coming) afresh();
  }, CARE_EVERY / hurry);

  const first = { manifest, parts };
  coming = mount(first);
  if (server) {
    setTimeout(poll, Math.min(every, 5000));
    setInterval(report, REPORT_EVERY);
    if (window.isSecureContext && "serviceWorker" in navigator && server === new URL(".", location.href).href) navigator.serviceWorker.register("sw.js").catch(() => {});
  }
})();
