/* The stream of a conference's events. */

const EVENTS = ["state", "presence", "presenter", "ended", "edition", "minutes", "beat"];
const SILENCE = 40000; // ms; the server beats every 15 s

/**
 * Follows the conference: `on` is called for each event; comes back by itself after any loss.
 * @param {string} code
 * @param {string} client
 * @param {string} site code of the district, "" for none
 * @param {(event: string, data: any) => void} on
 * @param {(since: Date | null) => void} lost since when the line is away; null when it is back
 */
export function follow(code, client, site, on, lost) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {Date | null} */
  let since = null;
  let wait = 500,
    watchdog = 0;
  const alive = () => {
    if (since) lost((since = null));
    wait = 500;
    clearTimeout(watchdog);
    watchdog = window.setTimeout(again, SILENCE);
  };
  const again = () => {
    source?.close();
    clearTimeout(watchdog);
    if (!since) lost((since = new Date()));
    setTimeout(open, wait + Math.random() * 300);
    wait = Math.min(wait * 1.5, 5000);
  };
  function open() {
    source = new EventSource(`hoi-nghi/${code}/dong?may=${client}&diem=${site}`);
    source.onerror = again;
    for (const event of EVENTS) {
      source.addEventListener(event, (message) => {
        alive();
        on(event, JSON.parse(message.data));
      });
    }
  }
  open();
}
