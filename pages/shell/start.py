"""Gets the lake ready before the first visitor."""

import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from data.editions import newest, watched
from data.errors import DataError
from data.publish import build, last_fault, remember_fault
from data.settings import settings
from data.standing import settle
from pages.access.roles import roles
from pages.display.shelf import kept_up_to_date
from pages.live import hub
from pages.live.store import administrator_key, presenter_key
from pages.shell.sockets import name_no_server, send_at_once

log = logging.getLogger("dashboard")
STEPS = {
    "read": "Đọc danh mục và các bảng số liệu",
    "published": "Ghi phiên bản “Đã công bố”",
    "rehearsal": "Ghi phiên bản “Diễn tập”",
    "done": "Kho số liệu đã sẵn sàng",
}


@contextmanager
def in_service() -> Iterator[None]:
    """The lake made ready and watched, the public screens kept up to date, as long as the server runs."""
    send_at_once()
    name_no_server()
    make_ready()
    _end_streams_first()
    with watched(), kept_up_to_date():
        yield


def _end_streams_first() -> None:
    """A server that is told to stop waits for open connections: the conference's streams end before."""
    for number in (
        (signal.SIGTERM, signal.SIGINT) if threading.current_thread() is threading.main_thread() else ()
    ):
        usual = signal.getsignal(number)

        def stop(signum, frame, usual=usual):
            hub.close()
            if callable(usual):
                usual(signum, frame)

        signal.signal(number, stop)


def make_ready() -> None:
    """Builds the lake, or keeps the previous edition in service and says what is wrong."""
    began = time.monotonic()
    remember_fault(None)
    try:
        build(lambda step, share: print(f"  {share:4.0%}  {STEPS[step]}", flush=True))
    except DataError as error:
        _fault(error)
    try:
        if damaged := settle():
            _fault(damaged)
        _say_keys()
        roles()  # says at once what is wrong with their file
        print(f"  Phiên bản {newest().id}: {newest().message} ({time.monotonic() - began:.1f} s)", flush=True)
    except DataError as error:
        _fault(error)


def _say_keys() -> None:
    """Prints the keys that the server has made; one that was chosen is known already."""
    try:
        chosen = settings()
        presenter = "như DASHBOARD_PRESENTER_KEY" if chosen.presenter_key else presenter_key()
        administrator = "như DASHBOARD_ADMIN_KEY" if chosen.admin_key else administrator_key()
    except Exception as error:  # whatever is wrong with the conferences, the figures are served
        log.error("conferences cannot be read: %s", error)
        return
    print(f"  Khóa trình chiếu hội nghị: {presenter}", flush=True)
    print(f"  Khóa quản trị (chỉ nhận trên máy này, mở bằng localhost): {administrator}", flush=True)


def _fault(error: DataError) -> None:
    """The first fault is the cause: a lake that could not be built has no newest edition either."""
    remember_fault(last_fault() or error)
    log.error("%s", error)
