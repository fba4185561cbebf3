"""From click to drawn overview on a slow line: scripts plain and compressed, cold and warm, in one run.

    .venv/bin/python -m tests.bench.first_load > tests/bench/first_load.txt

The line is Chromium's own emulation: 2 Mbit/s down and up, 100 ms. “Plain” is the same server asked without
compression, as Streamlit answers; both are visited in turn.
"""

import platform
import statistics
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, DRAWN, serve

RUNS = 3
LINE = {"offline": False, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 250_000}


def main() -> None:
    """Prints seconds and bytes."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = serve(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        for _ in range(RUNS + 1):  # the first one makes what the server keeps
            for way in ("plain", "compressed"):
                for visit, figures in _visits(browser, address, plain=way == "plain").items():
                    found.setdefault((way, visit), []).append(figures)
        browser.close()
        process.terminate()
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    print(f"{date.today()}, commit {commit}, {platform.machine()}, 2 Mbit/s, 100 ms; median of {RUNS}")
    for visit in ("cold", "warm"):
        of = {way: _median(found[way, visit][1:]) for way in ("plain", "compressed")}
        for way, (seconds, sent) in of.items():
            print(f"{visit}  {way:<10}  {seconds:5.1f} s  {sent / 1000:6.0f} kB")
        print(f"{visit}  ratio       {of['compressed'][0] / of['plain'][0]:5.2f}")


def _visits(browser: Browser, address: str, *, plain: bool) -> dict[str, tuple[float, float]]:
    """Seconds to the drawn map, and bytes over the line, of a first and a second visit."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    figures = {}
    for visit in ("cold", "warm"):
        page = context.new_page()
        line = context.new_cdp_session(page)
        sent = [0.0]
        line.on("Network.loadingFinished", lambda event, sent=sent: _add(sent, event))
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", LINE)
        if plain:
            line.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "identity"}})
        began = time.monotonic()
        page.goto(address, wait_until="commit")
        page.wait_for_function("s => document.querySelectorAll(s).length >= 15", arg=DRAWN, timeout=120_000)
        figures[visit] = (time.monotonic() - began, sent[0])
        page.close()
    context.close()
    return figures


def _add(sent: list[float], event: dict) -> None:
    sent[0] += event["encodedDataLength"]


def _median(figures: list[tuple[float, float]]) -> tuple[float, float]:
    seconds, sent = zip(*figures, strict=True)
    return statistics.median(seconds), statistics.median(sent)


if __name__ == "__main__":
    main()
