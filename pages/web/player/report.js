/* Tells the server how this screen is; nobody may hear it: no matter. */
import { preview, screenName, server } from "./options.js";

const device = deviceName();

function deviceName() {
  const name = `man-hinh-${Math.random().toString(36).slice(2, 10)}`;
  try {
    return (localStorage["man-hinh"] ??= name);
  } catch {
    return name; // a page from a disk may keep nothing
  }
}

/* Sends what the page's dataset says; a preview is no screen. */
export function report() {
  if (!server || preview) return;
  const { scene = "", version = "", failed = "", state = "" } = document.body.dataset;
  const { memory } = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance);
  const body = JSON.stringify({
    device,
    name: screenName,
    scene,
    version,
    failed,
    uptime: Math.round(performance.now() / 1000),
    state,
    memory: Math.round((memory?.usedJSHeapSize || 0) / 1048576),
  });
  fetch(`${server}bao`, { method: "POST", mode: "no-cors", keepalive: true, body }).catch(() => {});
}
