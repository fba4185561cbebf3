"""First and second visit on a slow line: our overview against a Streamlit page with one chart, in one run.

The line is Chromium's own emulation: 2 Mbit/s down and up, 100 ms.
Usage: python -m tests.bench.first_load > tests/bench/first_load.txt
"""

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, serve

RUNS = 3
LINE = {"offline": False, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 250_000}
CHART = Path(__file__).parent / "chart_page.py"
PORT = 8796
PAGES = {  # name → what must be drawn, how often
    "one chart": (".js-plotly-plot .scatterlayer .trace", 1),
    "overview": (".js-plotly-plot .choroplethlayer path.choroplethlocation", 15),
}


def main() -> None:
    """Prints seconds to the drawn picture, kB over the line, and ratios."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = serve(Path(folder))
        plain = _streamlit(folder)
        time.sleep(4)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            for _ in range(RUNS + 1):  # the first one makes what a server keeps
                for name, base in (("one chart", f"http://127.0.0.1:{PORT}"), ("overview", address)):
                    for visit, figures in _visits(browser, base, *PAGES[name]).items():
                        found.setdefault((name, visit), []).append(figures)
        finally:
            browser.close()
            process.terminate()
            plain.terminate()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout
    print(
        f"{date.today()}, commit {commit.strip()}, {platform.machine()}, 2 Mbit/s, 100 ms, median of {RUNS}"
    )
    for visit in ("first", "second"):
        of = {name: _median(found[name, visit][1:]) for name in PAGES}
        for name, (seconds, sent) in of.items():
            print(f"{visit:<6}  {name:<9}  {seconds:5.1f} s  {sent / 1000:6.0f} kB")
        print(f"{visit:<6}  ratio      {of['overview'][0] / of['one chart'][0]:5.2f}")


def _streamlit(folder: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "streamlit", "run", str(CHART), "--server.port", str(PORT)]
    options = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*command, *options], cwd=folder, stdout=quiet, stderr=quiet)


def _visits(browser: Browser, base: str, drawn: str, count: int) -> dict[str, tuple[float, float]]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    figures = {}
    for visit in ("first", "second"):
        page, sent = context.new_page(), []
        line = context.new_cdp_session(page)
        line.on("Network.loadingFinished", lambda event, sent=sent: sent.append(event["encodedDataLength"]))
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", LINE)
        began = time.monotonic()
        page.goto(base, wait_until="commit")
        page.wait_for_function(
            "([s, n]) => document.querySelectorAll(s).length >= n", arg=[drawn, count], timeout=90_000
        )
        figures[visit] = (time.monotonic() - began, sum(sent))
        page.close()
    context.close()
    return figures


def _median(figures: list[tuple[float, float]]) -> tuple[float, float]:
    seconds, sent = zip(*figures, strict=True)
    return statistics.median(seconds), statistics.median(sent)


if __name__ == "__main__":
    main()
