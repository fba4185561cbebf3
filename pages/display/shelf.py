"""Where playlists and bundles lie.

The playlists' files, and under the lake's folder one folder of files for each version of a screen.
"""

import json
import logging
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from data import HERE, settings
from data.audience import PUBLIC, seen_by
from data.catalogue import Catalogue
from data.clock import today
from data.errors import DataError
from data.serving import catalogue
from data.whole_files import write_whole
from pages.display.bundle import Bundle, bundle, edition_for_display
from pages.display.playlist import Playlist, parse

log = logging.getLogger("dashboard")
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
FOLDER = "man-hinh"
KEPT = 3  # versions of a screen on the disk: one that is just being fetched must not vanish
FIRST, LOOK_AGAIN = 15.0, 5.0  # seconds: the first visitors come before the first bundles
TRY_AGAIN = 60.0  # seconds until a bundle that could not be built is tried again for those who ask
_building = threading.RLock()
_asking = threading.BoundedSemaphore(4)  # a crowd before the first bundle must not hold every thread
_failed: dict[str, tuple[str, float]] = {}  # screen → why and when


@dataclass(frozen=True)
class Screen:
    """A screen's playlist as it is in force: name, TOML text, whether it was changed on the page."""

    name: str
    text: str
    own: bool


def screens() -> list[Screen]:
    """All screens by name: those that come with the dashboard, the province's own over them, those changed on
    the page over both.
    """
    found: dict[str, Screen] = {}
    for folder, provincial in (
        (HERE / "displays", False),
        (settings.province_folder() / "displays", False),
        (_edited(), True),
    ):
        for path in sorted(folder.glob("*.toml")):
            if NAME.fullmatch(path.stem):
                found[path.stem] = Screen(path.stem, path.read_text(encoding="utf-8"), provincial)
    return [found[name] for name in sorted(found)]


def screen(name: str) -> Screen | None:
    """The screen of this name; None where there is none."""
    return next((known for known in screens() if known.name == name), None)


def save(name: str, text: str, known: Catalogue) -> Playlist:
    """Keeps a playlist that was changed on the page, whole or not at all.

    Raises:
        FaultsFound: the text is no playlist; the old one stays.
        ValueError: the name cannot stand in an address.
    """
    if not NAME.fullmatch(name):
        raise ValueError(name)
    playlist = parse(text, known, f"{name}.toml")
    write_whole(_edited() / f"{name}.toml", text.encode())
    return playlist


def restore(name: str) -> None:
    """Forgets what was changed on the page; a screen that came from nowhere else is gone."""
    (_edited() / f"{name}.toml").unlink(missing_ok=True)


def current(name: str) -> Path | None:
    """The folder of the bundle in force; None before the first."""
    version = in_force(name)["version"]
    folder = _shelf() / name / version
    return folder if version and (folder / "manifest.json").is_file() else None


def in_force(name: str) -> dict:
    """version, edition and left_out of the bundle in force (scenes that it does not show.

    Scene, title, reason, a key of the words `man_hinh`).
    """
    try:
        return json.loads((_shelf() / name / "current.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"version": "", "edition": 0, "left_out": []}


def build(name: str) -> Path:
    """Renders a screen's bundle for the newest edition and puts it in force; what was in force before stays
    until then.

    Raises:
        LookupError: no such screen, or no edition that may be shown.
        FaultsFound: its playlist is wrong.
        ValueError: no scene has anything to show.
    """
    with _building:
        found, edition = screen(name), edition_for_display()
        if found is None:
            raise LookupError(name)
        with seen_by(PUBLIC):
            playlist = parse(found.text, catalogue(edition.id), f"{name}.toml")
        rendered = bundle(name, playlist, edition, today())
        _failed.pop(name, None)
        return put(name, rendered)


def first(name: str) -> Path:
    """The bundle in force, for anybody who asks; built where there is none yet.

    Raises:
        LookupError, ValueError, FaultsFound: as `build`.
        ValueError: it failed a moment ago, or enough others are waiting for it.
    """
    if folder := current(name):
        return folder
    if not _asking.acquire(blocking=False):
        raise ValueError("being built")
    try:
        with _building:
            if folder := current(name):
                return folder
            why, when = _failed.get(name, ("", 0.0))
            if why and time.monotonic() - when < TRY_AGAIN:
                raise ValueError(why)
            try:
                return build(name)
            except (DataError, LookupError, ValueError) as error:
                _failed[name] = (str(error) or "failed", time.monotonic())
                raise
    finally:
        _asking.release()


def put(name: str, rendered: Bundle) -> Path:
    """Writes a bundle beside the others, whole, and only then points to it.

    Raises:
        ValueError: it has no scene.
    """
    if not json.loads(rendered.files["scenes.json"])["scenes"]:
        raise ValueError("no scene")
    home = _shelf() / name
    home.mkdir(parents=True, exist_ok=True)
    target = home / rendered.version
    if not (target / "manifest.json").is_file():
        half = Path(tempfile.mkdtemp(prefix=".half-", dir=home))
        for file, body in rendered.files.items():
            write_whole(half / file, body)
        half.chmod(0o755)
        shutil.rmtree(target, ignore_errors=True)
        half.rename(target)
    write_whole(
        home / "current.json",
        json.dumps(
            {
                "version": rendered.version,
                "edition": rendered.edition,
                "left_out": [asdict(scene) for scene in rendered.left_out],
            },
            ensure_ascii=False,
        ).encode(),
    )
    os.utime(target)
    versions = sorted(
        (p for p in home.iterdir() if p.is_dir() and not p.name.startswith(".half-")),
        key=lambda p: p.stat().st_mtime,
        reverse=True,
    )
    for old in versions[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    return target


@contextmanager
def kept_up_to_date() -> Iterator[None]:
    """Builds every screen anew at a publication, a changed playlist and a new day, beside the server."""
    done = threading.Event()

    def watch() -> None:
        built: dict[str, object] = {}
        pause = FIRST
        while not done.wait(pause):
            pause = LOOK_AGAIN
            for known in _safely(screens) or []:
                state = (known.text, getattr(_safely(edition_for_display), "id", None), today())
                if built.get(known.name) != state:
                    built[known.name] = state
                    _safely(build, known.name)

    threading.Thread(target=watch, name="displays", daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _safely(work, *arguments):
    """The result; None where it fails.

    The screens then keep what they have, and the page of the screens says why.
    """
    try:
        return work(*arguments)
    except (DataError, LookupError, ValueError, OSError) as error:
        log.warning("public screens: %s", error)
        return None
    except Exception:  # whatever a rendering throws, the next publication is tried again
        log.exception("public screens")
        return None


def _shelf() -> Path:
    return settings.lake_folder() / FOLDER


def _edited() -> Path:
    return _shelf() / "danh-sach"
