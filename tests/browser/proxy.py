"""A reverse proxy as a province's web server is: it takes a path's first part away, and lines can be cut."""

import contextlib
import socket
import threading

END = b"\r\n\r\n"


class Proxy:
    """Hands `prefix`/… to a server as /…, WebSockets too; every connection carries one request.

    Args:
        server: its address. prefix: with a stroke before it.
    """

    def __init__(self, server: str, prefix: str):
        self.port_behind, self.prefix = int(server.rsplit(":", 1)[1]), prefix
        self.strange: list[str] = []  # paths asked for outside of the prefix
        self.open: list[socket.socket] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.host = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.address = self.host + prefix
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Ends every open line, as a router does that starts anew."""
        for end in self.open:
            with contextlib.suppress(OSError):  # it may have ended by itself
                end.shutdown(socket.SHUT_RDWR)
        self.open.clear()

    def close(self) -> None:
        """Takes no more connections."""
        self.cut()
        self.listening.close()

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        head = b""
        while END not in head and (read := line.recv(65536)):
            head += read
        head, _, body = head.partition(END)
        first, *headers = head.split(b"\r\n")
        if len(first.split()) != 3:
            line.close()
            return
        method, path, version = first.split()
        if not path.startswith(self.prefix.encode() + b"/"):
            self.strange.append(path.decode())
            line.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            line.close()
            return
        if not any(h.lower().startswith(b"upgrade:") for h in headers):
            headers = [h for h in headers if not h.lower().startswith(b"connection:")]
            headers.append(b"Connection: close")
        first = b" ".join([method, path.removeprefix(self.prefix.encode()), version])
        behind = socket.create_connection(("127.0.0.1", self.port_behind))
        behind.sendall(b"\r\n".join([first, *headers]) + END + body)
        self.open += [line, behind]
        threading.Thread(target=_pour, args=(line, behind), daemon=True).start()
        _pour(behind, line)


def _pour(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):  # one of the two has gone
        while read := source.recv(65536):
            sink.sendall(read)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
