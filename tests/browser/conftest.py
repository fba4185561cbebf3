"""A real server of a clean checkout's state and a real Chromium in which nothing outside can be reached."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import waiting  # noqa: F401 – pages' policy ends Playwright's own waiting
from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DRAWN = ".js-plotly-plot .choroplethlayer path.choroplethlocation"


def serve(folder, status: int = 200, port: int = 0, base: str = "", **settings: str):
    """Starts the dashboard as the README does, on a free port unless told which, until it answers `status`.

    Args:
        base: the path under which it lies, by Streamlit's own setting.

    Returns:
        (process, address).
    """
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    command += ["--server.baseUrlPath", base] if base else []
    log = open(folder / "server.log", "w")  # noqa: SIM115 – the process writes on
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "DASHBOARD_LAKE": str(folder / "lake"), **settings},
        stdout=log,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}{base}"
    for _ in range(300):
        try:
            answered = urllib.request.urlopen(f"{address}/health", timeout=2).status
        except urllib.error.HTTPError as error:
            answered = error.code
        except OSError:
            answered = None
        if answered == status:
            return process, address
        time.sleep(0.1)
    process.kill()
    raise RuntimeError((folder / "server.log").read_text())


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The shipped province's dashboard: its address."""
    process, address = serve(tmp_path_factory.mktemp("server"))
    yield address
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, server):
    """Opens an address in a new context; requests that leave the machine are refused: `page.outside`."""
    contexts = []

    def open_page(
        path: str = "/", width: int = 1366, height: int = 768, base: str = server, scheme: str = "light"
    ):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.outside, page.wrong = [], []

        def guard(route):
            if route.request.url.startswith((base, "data:", "blob:")):
                route.continue_()
            else:
                page.outside.append(route.request.url)
                route.abort()

        page.route("**/*", guard)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto(base + path)
        page.wait_for_selector(".st-key-frame button", timeout=30_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


def open_chip(page) -> None:
    """Opens the chip of edition and language in the top bar."""
    page.locator(".st-key-frame button").first.click()


def settled(page, selector: str = DRAWN, count: int = 1) -> None:
    """Waits until at least `count` shapes are drawn and Streamlit is at rest."""
    page.wait_for_function(
        "([s, n]) => document.querySelectorAll(s).length >= n", arg=[selector, count], timeout=30_000
    )
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'",
        timeout=30_000,
    )
    page.wait_for_timeout(300)
