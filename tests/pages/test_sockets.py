"""Connections inherit from the listening socket that their packets are not held back."""

import socket

from pages.shell.sockets import send_at_once


def test_accepted_connections_send_at_once():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.bind(("127.0.0.1", 0))
        assert send_at_once() >= 1
        server.listen()
        with socket.create_connection(server.getsockname()) as _:
            accepted, _ = server.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
