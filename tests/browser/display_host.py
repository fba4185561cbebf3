"""A plain web host for a bundle's folder that can lie, break off and be away, as the network does."""

import hashlib
import json
import threading
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        super().do_GET()

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Expose-Headers", "Date")
        super().end_headers()

    def do_POST(self):
        self.server.reports.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def date_time_string(self, timestamp=None):
        clock = self.server.host.clock
        return super().date_time_string(
            timestamp or (datetime.fromisoformat(clock).timestamp() if clock else None)
        )

    def log_message(self, *_):
        pass


class Host:
    """Serves `folder`; `stop` and `start` keep the address.

    reports: what screens sent. asked: paths. clock: its own time, ISO, else the real one.
    """

    clock = ""

    def __init__(self, folder: Path):
        self.folder, self.reports, self.asked, self.port = folder, [], [], 0
        self.start()

    def start(self) -> None:
        """Up, on the same port as before."""
        ThreadingHTTPServer.allow_reuse_address = True
        self.server = ThreadingHTTPServer(
            ("127.0.0.1", self.port), partial(_Handler, directory=str(self.folder))
        )
        self.server.host, self.server.reports, self.server.asked, self.server.daemon_threads = (
            self,
            self.reports,
            self.asked,
            True,
        )
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Away: connections are refused."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        """Where the screen's page lies."""
        return f"http://127.0.0.1:{self.port}/"

    def change(self, **files: bytes) -> dict[str, bytes]:
        """Changes files (“scenes.json” as scenes_json) and the manifest; returns what was there before."""
        before = {p.name: p.read_bytes() for p in self.folder.iterdir()}
        manifest = json.loads(before["manifest.json"])
        for key, body in files.items():
            name = key.replace("_", ".")
            (self.folder / name).write_bytes(body)
            manifest["files"][name] = {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}
        manifest["version"] = hashlib.sha256(json.dumps(manifest["files"]).encode()).hexdigest()[:16]
        (self.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        return before

    def restore(self, files: dict[str, bytes]) -> None:
        """The folder as it was."""
        for name, body in files.items():
            (self.folder / name).write_bytes(body)
