"""What one hostile client costs the others: large bodies, bodies without end, hang-ups, guesses of the key.

While they come, another client asks for a small answer again and again: its longest wait is printed, and the
server's memory. Prints one line a kind of attack. Usage: python -m tests.bench.hostile
"""

import os
import platform
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.browser.conftest import serve
from tests.browser.test_conference import KEY, SEED
from tests.conftest import ROOT

LARGE = b'{"a":[' + b"[1,2,3]," * 4_900_000 + b"1]}"
GUESSES, HANG_UPS = 200, 50


class Neighbour:
    """Somebody else at the same server: how long the longest answer took, in ms."""

    def __init__(self, address: str):
        self.address, self.longest, self.goes_on = address, 0.0, True
        self.thread = threading.Thread(target=self._ask)
        self.thread.start()

    def _ask(self) -> None:
        while self.goes_on:
            began = time.perf_counter()
            urllib.request.urlopen(f"{self.address}/_stcore/health").read()
            self.longest = max(self.longest, 1000 * (time.perf_counter() - began))
            time.sleep(0.01)

    def leave(self) -> None:
        """No further question."""
        self.goes_on = False
        self.thread.join()


def post(address: str, body: bytes, key: str) -> str:
    """The answer's status, or that the connection was ended."""
    try:
        asked = urllib.request.Request(address, body, {"X-Khoa": key})
        return str(urllib.request.urlopen(asked, timeout=60).status)
    except urllib.error.HTTPError as error:
        return str(error.code)
    except OSError:
        return "ended"


def raw(address: str, head: str, body: bytes, times: int) -> str:
    """Sends a request by hand, its body again and again; the status that came back, if any."""
    host, _, port = address.removeprefix("http://").partition("/")[0].partition(":")
    path = "/" + address.removeprefix("http://").partition("/")[2]
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(f"POST {path} HTTP/1.1\r\nHost: {host}\r\nX-Khoa: {KEY}\r\n{head}\r\n\r\n".encode())
        try:
            for _ in range(times):
                line.sendall(body)
            return line.recv(12).decode()[9:] if times > 1 else "hung up"
        except OSError:
            return "ended"


def memory(process: subprocess.Popen) -> float:
    """MB of the server."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Starts a server, attacks it, prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process, address = serve(folder, DASHBOARD_PRESENTER_KEY=KEY)
        environment = {**os.environ, "DASHBOARD_LAKE": str(folder / "lake")}
        seed = [sys.executable, "-c", SEED]
        code = subprocess.check_output(seed, cwd=ROOT, env=environment, text=True).split()[0]
        command = f"{address}/hoi-nghi/{code}/lenh"
        chunk = b"10000\r\n" + b"a" * 65536 + b"\r\n"
        attacks: dict[str, Callable[[], list[str]]] = {
            "39 MB without key": lambda: [post(command, LARGE, "")],
            "39 MB with the key": lambda: [post(command, LARGE, KEY)],
            "a body without end": lambda: [raw(command, "Transfer-Encoding: chunked", chunk, 200)],
            f"{HANG_UPS} hang-ups": lambda: [
                raw(command, "Content-Length: 5000", b"{", 1) for _ in range(HANG_UPS)
            ],
            "60,000 brackets": lambda: [post(command, b"[" * 60_000, KEY)],
            f"{GUESSES} guesses": lambda: [post(command, b"{}", f"guess-{n}") for n in range(GUESSES)],
        }
        commit = subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()
        print(f"{date.today()}, {os.cpu_count()} cores {platform.machine()}, commit {commit}")
        for attack, run in attacks.items():
            neighbour, before, began = Neighbour(address), memory(process), time.perf_counter()
            answers = ", ".join(f"{n} × {told}" for told, n in Counter(run()).items())
            took = time.perf_counter() - began
            neighbour.leave()
            print(
                f"{attack:20} {answers:22} {took:5.1f} s; a neighbour's longest wait "
                f"{neighbour.longest:4.0f} ms; memory {before:.0f} → {memory(process):.0f} MB"
            )
        print(f"tracebacks in the log: {(folder / 'server.log').read_text().count('Traceback')}")
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
