/* Keeps the last whole page of this screen, so that a screen switched on without its server shows it.
   Needs https or localhost. */

const KEPT = "man-hinh",
  PATIENCE = 8000; // ms
const worker = /** @type {any} */ (globalThis); // a service worker's global: unknown to a page's types

worker.addEventListener("install", (/** @type {any} */ event) => {
  const fresh = renew(new Request("./", { cache: "reload" }));
  event.waitUntil(fresh.then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.mode === "navigate") event.respondWith(renew(event.request).catch(() => kept()));
});

/**
 * The page from the server, kept where it is whole.
 * @param {Request} request
 */
async function renew(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  const text = await answer.text(); // a broken line throws here: half a page is never kept
  if (!answer.ok || !text.trimEnd().endsWith("</html>")) throw new Error(String(answer.status));
  const whole = () => new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  await (await caches.open(KEPT)).put(worker.registration.scope, whole());
  return whole();
}

async function kept() {
  return (await (await caches.open(KEPT)).match(worker.registration.scope)) ?? Response.error();
}
