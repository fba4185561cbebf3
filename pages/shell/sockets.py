"""Answers leave at once and name no server program.

Without the first every rerun of several messages waits 40 ms: Streamlit binds its listening socket with
protocol 0, and asyncio switches Nagle's algorithm off only for sockets that say IPPROTO_TCP; with the
browser's delayed acknowledgement the second packet of an answer then waits. What is set on the listening
socket its connections inherit.
"""

import gc
import socket

from uvicorn import Config


def send_at_once() -> int:
    """Sets TCP_NODELAY on this process's stream sockets; call it before the server listens.

    Returns:
        On how many sockets it was set.
    """
    streams = [
        held
        for held in gc.get_objects()
        if type(held) is socket.socket
        and held.fileno() >= 0
        and held.type == socket.SOCK_STREAM
        and held.family in (socket.AF_INET, socket.AF_INET6)
    ]
    for held in streams:
        held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(streams)


def name_no_server() -> None:
    """Takes the program's name off every answer to come; Streamlit leaves no setting for it."""
    for held in gc.get_objects():
        if type(held) is Config:
            held.encoded_headers = [header for header in held.encoded_headers if header[0] != b"server"]
