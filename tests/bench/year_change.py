"""A year stepped to by keyboard: our pages, an empty Streamlit page, and the overview's content as tutorials
of Streamlit, Dash and Panel write it. All in one run and one Chromium, one step of each after the other.

Measured: from the key press until map and words are the new year's and painted; what came meanwhile and until
the page rests, over WebSocket and HTTP. Our pages have fetched the year's parts before; their size is told.
Usage: python -m tests.bench.year_change PYTHON > tests/bench/year_change.txt, where PYTHON is that of an
environment with `peers/requirements.txt`.
"""

import base64
import csv
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from geo.layers import layers
from geo.province import province_dir
from geo.topology import EMPTY
from tests.bench.peers import CARDS, MAP
from tests.browser.conftest import CHROMIUM, serve

RUNS = 20
HERE = Path(__file__).parent
LONGEST = 10  # s that a step may take
REST = 700  # ms after which a page has taken all that came of a step
STEPS = ("ArrowRight", "ArrowLeft")
DRAWN, WORDS = "path.choroplethlocation", "h1, h2, h3, .d-title"
SLIDER, STEPPER = "[role=slider], input[type=range]", ".track [aria-checked=true]"
AGAIN = "[data-testid=stButton] button"
PEERS = {"Streamlit": "streamlit_page.py", "Dash": "dash_page.py", "Panel": "panel_page.py"}


@dataclass
class Measured:
    """A page: what takes the keys, what must change with them, and what was found."""

    page: Page
    focus: str
    keys: tuple[str, str]
    parts: tuple[str, ...]
    came: list[int] = field(default_factory=list)
    steps: list[tuple[float, int, int]] = field(default_factory=list)

    def step(self, n: int) -> None:
        """One step: ms, messages, bytes."""
        self.page.bring_to_front()
        self.page.locator(self.focus).first.focus()
        self.page.evaluate("parts => window.arm(parts)", list(self.parts))
        self.came.clear()
        self.page.keyboard.press(self.keys[n % 2])
        took, last = None, time.monotonic() + LONGEST
        while took is None and time.monotonic() < last:
            self.page.wait_for_timeout(20)
            took = self.page.evaluate("window.took")
        self.page.wait_for_timeout(REST)
        self.steps.append((took if took and took > 0 else float("nan"), len(self.came), sum(self.came)))


def main() -> None:
    """Starts the servers, steps, prints medians and ratios."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = serve(Path(folder))
        edition = _export(Path(folder), address)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            with _peers(Path(folder), sys.argv[1]) as peers:
                pages = {
                    "empty Streamlit page": _open(browser, peers["empty"], AGAIN, ("Enter", "Enter"), "p"),
                    "our overview": _open(browser, f"{address}/?nam=2017", STEPPER, STEPS, DRAWN, WORDS),
                    "our /giam-ngheo": _open(
                        browser, f"{address}/giam-ngheo?nam=2017", STEPPER, STEPS, DRAWN, WORDS
                    ),
                    **{n: _open(browser, peers[n], SLIDER, STEPS, DRAWN, WORDS) for n in PEERS},
                }
                for n in range(RUNS + 2):
                    for measured in pages.values():
                        measured.step(n)
            _print(pages, _parts(address, edition))
        finally:
            browser.close()
            process.terminate()


def _export(folder: Path, address: str) -> int:
    """The peers' data, from our open interface and our shapes; the edition."""
    asked = f"{address}/api/v1/observations?from=2014-01-01&to=2020-12-31&kind=actual&format=csv&limit=10000"
    text = _read(f"{asked}&indicator={','.join(CARDS)}").decode("utf-8-sig")
    found = sorted(csv.DictReader(text.splitlines()), key=lambda row: row["period_end"])
    rows = list({(r["indicator"], r["area"], r["period_end"][:4]): r for r in found}.values())
    names = {a["code"]: a for a in json.loads(_read(f"{address}/api/v1/areas"))["areas"]}
    districts = [r for r in rows if r["indicator"] == MAP and names[r["area"]]["kind"] == "district"]
    provinces = [r for r in rows if names[r["area"]]["kind"] == "province"]
    _write(folder / "districts.csv", districts, names)
    _write(folder / "province.csv", provinces, names)
    shapes = layers(province_dir(), "map")
    of_areas = [shape for shape in shapes["features"] if str(shape["id"]) in names]
    (folder / "shapes.json").write_text(json.dumps({**shapes, "features": of_areas}))
    return json.loads(_read(f"{address}/api/v1/editions"))["editions"][0]["id"]


def _write(path: Path, rows: list[dict], names: dict) -> None:
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["indicator", "area", "name", "year", "value"])
        for row in rows:
            name = names[row["area"]]["name"]
            value = round(float(row["value"]), 2) if row["value"] else ""
            out.writerow([row["indicator"], row["area"], name, row["period_end"][:4], value])


def _read(address: str) -> bytes:
    return urllib.request.urlopen(address).read()


@contextmanager
def _peers(folder: Path, python: str) -> Iterator[dict[str, str]]:
    """Their servers: name → address; the empty page's too."""
    streamlit = [sys.executable, "-m", "streamlit", "run", "--server.headless", "true"]
    streamlit += ["--browser.gatherUsageStats", "false", "--server.port"]
    commands = {
        "empty": [*streamlit, "8790", str(HERE / "empty_page.py")],
        "Streamlit": [*streamlit, "8791", str(HERE / "peers" / PEERS["Streamlit"])],
        "Dash": [python, str(HERE / "peers" / PEERS["Dash"]), "8792"],
        "Panel": [python, str(HERE / "peers" / PEERS["Panel"]), "8793"],
    }
    ports = {"empty": 8790, "Streamlit": 8791, "Dash": 8792, "Panel": 8793}
    told = {"cwd": folder, "env": {**os.environ, "BENCH_DATA": str(folder)}}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(command, **told, **quiet) for command in commands.values()]
    time.sleep(15)
    try:
        yield {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    finally:
        for process in running:
            process.terminate()


def _open(browser: Browser, address: str, focus: str, keys: tuple[str, str], *parts: str) -> Measured:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.route("**/world_110m.json", lambda route: route.fulfill(body=EMPTY))  # peers ask the internet
    page.goto(address)
    page.locator(focus).first.wait_for(state="attached")
    page.wait_for_timeout(6000)
    page.evaluate((HERE / "year_change.js").read_text() + ";null")
    measured = Measured(page, focus, keys, parts)
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on(
        "Network.webSocketFrameReceived", lambda event: measured.came.append(_length(event["response"]))
    )
    client.on("Network.dataReceived", lambda event: measured.came.append(event["dataLength"]))
    return measured


def _length(frame: dict) -> int:
    payload = frame["payloadData"]
    return len(base64.b64decode(payload)) if frame["opcode"] == 2 else len(payload.encode())


def _parts(address: str, edition: int) -> dict[str, int]:
    """Bytes of a year's parts: uncompressed and as sent."""
    asked = urllib.request.Request(
        f"{address}/nam/tong-quan/2018.json?phien_ban={edition}", headers={"Accept-Encoding": "gzip"}
    )
    sent = urllib.request.urlopen(asked).read()
    return {"whole": len(gzip.decompress(sent)), "sent": len(sent)}


def _print(pages: dict[str, Measured], parts: dict[str, int]) -> None:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    print(f"{date.today()}, commit {commit.strip()}, {machine}, {RUNS} steps of each, interleaved")
    print(f"{'':22}{'median ms':>10}{'p95':>7}{'x empty':>9}{'messages':>10}{'bytes':>9}")
    empty = statistics.median(ms for ms, _, _ in pages["empty Streamlit page"].steps[2:])
    for name, measured in pages.items():
        took, messages, sizes = (sorted(column) for column in zip(*measured.steps[2:], strict=True))
        median = statistics.median(took)
        print(
            f"{name:22}{median:10.0f}{took[int(0.95 * (len(took) - 1))]:7.0f}{median / empty:9.2f}"
            f"{statistics.median(messages):10.0f}{statistics.median(sizes):9,.0f}"
        )
    print(f"A year's parts, fetched ahead: {parts['whole']:,} bytes, {parts['sent']:,} as sent.")


if __name__ == "__main__":
    main()
