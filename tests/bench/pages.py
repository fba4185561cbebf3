"""Year changes on the poverty page and on the heat table (15 × 12) against an empty Streamlit page.

All in the same Chromium and run.

Prints medians and p95 of: click to drawn map (or to the new number on the empty page), bytes the
server sent, and server time (from the request on the WebSocket to the last answer).
Usage: python -m tests.bench.pages
"""

import base64
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, serve
from tests.browser.test_so_sanh import TWELVE

RUNS = 20
EMPTY = Path(__file__).parent / "empty_page.py"
# milliseconds from the key until heading and labels of the map are the new year's
LABELS = (
    "() => [...document.querySelectorAll('.js-plotly-plot .scattergeo text')].map(t => t.textContent).join()"
)
CELLS = """() => [...document.querySelectorAll('*')]
  .map(e => e.shadowRoot?.querySelector('tbody')?.textContent).filter(Boolean).join()"""
DRAWN = """([year, key, content]) => new Promise((done, fail) => {
  const labels = eval(content);
  const before = labels(), began = performance.now();
  window.measured = null;
  const look = () => {
    if (performance.now() - began > 8000) { window.measured = [NaN, NaN]; return; }
    if (document.querySelector('.d-title')?.textContent.includes(year) && labels() !== before)
      requestAnimationFrame(() => {
        const now = performance.now();
        window.measured = [now - window.pressed, now - window.request];
      });
    else requestAnimationFrame(look);
  };
  const first = () => {
    if (window.sent > window.pressed) window.request = window.sent;
    else setTimeout(first);
  };
  addEventListener('keydown', () => {
    window.pressed = performance.now();
    window.request = null;
    first();
    look();
  }, { once: true, capture: true });
  done();
})"""


# notes when the page last sent something, so that the widget's own delay can be told from the rest
SENT = """const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (...a) {
  window.sent = performance.now(); return send.apply(this, a);
};"""
FIGURES = ("click to drawn ms", "request to drawn ms", "bytes", "bytes deflated", "server ms")


class Wire:
    """Counts what comes over the WebSocket between two marks."""

    def __init__(self, page):
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        client.on("Network.webSocketFrameReceived", self._received)
        client.on("Network.webSocketFrameSent", self._sent)
        self._deflate = zlib.compressobj(
            wbits=-15
        )  # as the WebSocket's own compression, one context a connection
        self.mark()

    def mark(self) -> None:
        self.bytes, self.deflated, self.first, self.last = 0, 0, None, None

    def _sent(self, event) -> None:
        self.first = self.first or event["timestamp"]

    def _received(self, event) -> None:
        payload = event["response"]["payloadData"]
        raw = base64.b64decode(payload) if event["response"]["opcode"] == 2 else payload.encode()
        self.bytes += len(raw)
        self.deflated += len(self._deflate.compress(raw) + self._deflate.flush(zlib.Z_SYNC_FLUSH))
        self.last = event["timestamp"]

    def server_ms(self) -> float:
        return (self.last - self.first) * 1000 if self.first and self.last else float("nan")


def empty(browser, address: str) -> dict[str, list[float]]:
    """Clicks on the empty page's button."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.add_init_script(SENT)
    wire = Wire(page)
    page.goto(address)
    page.wait_for_selector("button")
    page.wait_for_timeout(1500)
    found = {figure: [] for figure in FIGURES}
    for _ in range(RUNS):
        before = page.inner_text("[data-testid=stMarkdown]")
        wire.mark()
        took = page.evaluate(
            """before => new Promise(done => {
              const began = performance.now();
              const shown = () => done([performance.now() - began, performance.now() - window.sent]);
              const text = () => document.querySelector('[data-testid=stMarkdown]')?.innerText;
              const look = () => requestAnimationFrame(text() !== before ? shown : look);
              [...document.querySelectorAll('button')].find(b => b.innerText === 'again').click();
              look();
            })""",
            before,
        )
        page.wait_for_timeout(250)
        _take(found, took, wire)
    page.close()
    return found


def year_change(browser, address: str, content: str, ready: str) -> dict[str, list[float]]:
    """Moves the year slider of a page to and fro by keyboard.

    Args:
        content: JavaScript that reads what must change. ready: selector of what must stand there before.
    """
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.add_init_script(SENT)
    wire = Wire(page)
    page.goto(address)
    page.locator(ready).nth(14).wait_for(state="attached")
    page.wait_for_timeout(2500)
    found = {figure: [] for figure in FIGURES}
    slider = page.locator(".track [aria-checked=true]").first
    for n in range(RUNS + 2):
        year, key = ("2018", "ArrowRight") if n % 2 == 0 else ("2017", "ArrowLeft")
        slider.focus()
        page.evaluate(DRAWN, [year, key, content])
        wire.mark()
        slider.press(key)
        page.wait_for_function("() => window.measured !== null", timeout=10_000)
        took = page.evaluate("window.measured")
        page.wait_for_timeout(500)
        if n >= 2:  # the first two make the figures that are then kept
            _take(found, took, wire)
    page.close()
    return found


def _take(found: dict, took: list[float], wire: Wire) -> None:
    for figure, value in zip(FIGURES, (*took, wire.bytes, wire.deflated, wire.server_ms())):
        found[figure].append(value)


def main() -> None:
    """Starts both servers, measures, prints."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = serve(Path(folder))
        bare = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                str(EMPTY),
                "--server.port",
                "8797",
                "--server.headless",
                "true",
                "--browser.gatherUsageStats",
                "false",
                "--runner.postScriptGC",
                "false",
            ],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(4)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            results = {
                "empty page": empty(browser, "http://127.0.0.1:8797"),
                "year on map": year_change(
                    browser, f"{address}/giam-ngheo?nam=2017", LABELS, "path.choroplethlocation"
                ),
                "year on heat table": year_change(
                    browser, f"{address}/so-sanh?nam=2017&chi_tieu={TWELVE}", CELLS, "tbody tr"
                ),
            }
        finally:
            browser.close()
            process.terminate()
            bare.terminate()
    for figure in FIGURES:
        line = []
        for name, found in results.items():
            values = sorted(found[figure])
            line.append((name, statistics.median(values), values[int(0.95 * (len(values) - 1))]))
        print(
            f"{figure:18}"
            + "".join(f"  {n}: median {m:,.1f} p95 {p:,.1f} ratio {m / line[0][1]:.2f}" for n, m, p in line)
        )


if __name__ == "__main__":
    main()
