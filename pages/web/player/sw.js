/* Keeps the last whole page of this screen, so that a screen switched on without its server shows it. Needs https or localhost. */
const KEPT = "man-hinh", PATIENCE = 8000;

addEventListener("install", (event) => event.waitUntil(renew(new Request("./", { cache: "reload" })).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(renew(event.request).catch(() => kept()));
});

async function renew(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  const text = await answer.text(); // a broken line throws here: half a page is never kept
  if (!answer.ok || !text.trimEnd().endsWith("</html>")) throw new Error(String(answer.status));
  const whole = () => new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  await (await caches.open(KEPT)).put(registration.scope, whole());
  return whole();
}

async function kept() {
  return (await (await caches.open(KEPT)).match(registration.scope)) ?? Response.error();
}
