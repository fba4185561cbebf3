"""Prints a page of this server as PDF with the machine's own Chromium, where there is one."""

import shutil
import subprocess
import tempfile
import threading
from functools import lru_cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
SECONDS = 40
_one_at_a_time = threading.Lock()  # each print starts a browser


class PrintFailed(Exception):
    """Chromium did not print; the message is its own last line, for the log."""


@lru_cache(maxsize=1)
def browser() -> str | None:
    """Path of a Chromium on this machine, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def print_pdf(html: str) -> bytes:
    """A self-contained HTML page as PDF; the browser gets a file, an empty profile, and no network at all.

    Raises:
        PrintFailed: no browser, or it failed or took longer than `SECONDS`.
    """
    program = browser()
    if program is None:
        raise PrintFailed("no Chromium on this machine")
    with _one_at_a_time, tempfile.TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        command = [
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            f"--user-data-dir={folder}/profile",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--disable-background-networking",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            page.as_uri(),
        ]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=SECONDS, text=True)
        except subprocess.TimeoutExpired as error:
            raise PrintFailed(f"longer than {SECONDS} s") from error
        if not pdf.is_file():
            raise PrintFailed((ended.stderr.strip().splitlines() or ["no output"])[-1])
        return pdf.read_bytes()
