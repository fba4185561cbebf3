"""The bundle: everything a screen plays, as files that need nothing else; the same bytes for the same
edition, playlist and code.

`index.html` holds all parts inside: alone it plays from a disk or a USB stick. Beside it lie the parts, by
which a playing screen renews itself, and `manifest.json` with the SHA-256 of each.
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data import settings
from data.audience import PUBLIC, seen_by
from data.editions import Edition
from data.serving import offered
from geo.layers import layers
from geo.layout import layouts
from geo.province import province_dir
from geo.topology import EMPTY
from pages.content.about import edition_line
from pages.content.view import View
from pages.display.playlist import Playlist
from pages.display.scenes import LeftOut, scenes_of
from pages.figures.geometry import address
from pages.text.words import words
from pages.web import HERE
from pages.web.assets import as_json, as_script, fonts_css, inlined, style
from pages.web.plotly_script import plotly_script

PLAYER = HERE / "player"
FORMAT = 1  # of manifest and parts: a shell leaves alone what it cannot read
PARTS = ("fonts.css", "player.css", "plotly.js", "shapes.json", "scenes.json", "player.js")
FILES = (*PARTS, "index.html", "sw.js", "manifest.json")


@dataclass(frozen=True)
class Bundle:
    """files: name → bytes, `manifest.json` among them. version: over all parts.

    Left_out: scenes not shown.
    """

    files: dict[str, bytes]
    version: str
    edition: int
    left_out: tuple[LeftOut, ...]


def edition_for_display() -> Edition:
    """The newest edition that the public may see; without illustrative figures where the server refuses them
    on public screens.

    Raises:
        LookupError: there is none.
    """
    with seen_by(PUBLIC):
        known = [
            e
            for e in offered()
            if e.kind != "rehearsal" or settings.settings().display_illustrative != "refuse"
        ]
    if not known:
        raise LookupError("no edition for public screens")
    return known[0]


def bundle(name: str, playlist: Playlist, edition: Edition, today: date) -> Bundle:
    """The bundle of a screen, made for the public audience whatever the server's setting.

    Args:
        name: of the screen, as in its address. today: decides what is not yet due.
    """
    with seen_by(PUBLIC):
        views = [View(edition.id, language, False, today, surface="hall") for language in playlist.languages]
        loops = [
            scenes_of(
                view, playlist, refuse_illustrative=(settings.settings().display_illustrative == "refuse")
            )
            for view in views
        ]
        document = {
            "screen": name,
            "languages": playlist.languages,
            "dim": playlist.dim,
            "restart": f"{playlist.restart:%H:%M}",
            "night": [f"{t:%H:%M}" for t in playlist.night] if playlist.night else None,
            "words": {v.language: dict(words("man_hinh", v.language)) for v in views},
            "edition": {v.language: edition_line(v) for v in views},
            "made": edition.time.isoformat(),
            "scenes": [scene for scenes, _ in loops for scene in scenes],
            "province": {v.language: v.province.full for v in views},
        }
    parts = {
        "fonts.css": fonts_css(),
        "player.css": style("slide.css") + (PLAYER / "player.css").read_text(encoding="utf-8"),
        "plotly.js": as_script(plotly_script()),
        "shapes.json": as_json(
            {address(layout): layers(province_dir(), layout) for layout in layouts(province_dir())}
        ),
        "scenes.json": as_json(document),
        "player.js": inlined(PLAYER / "player.js"),
    }
    files = {part: parts[part].encode() for part in PARTS}
    marks = {
        part: {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)} for part, body in files.items()
    }
    version = hashlib.sha256(json.dumps(marks, sort_keys=True).encode()).hexdigest()[:16]
    title = playlist.title(playlist.languages[0])
    manifest = {
        "format": FORMAT,
        "screen": name,
        "title": title,
        "version": version,
        "edition": edition.id,
        "files": marks,
    }
    files["index.html"] = _shell(manifest, parts, title, playlist.languages[0])
    files["sw.js"] = (PLAYER / "sw.js").read_bytes()
    manifest["files"] = manifest["files"] | {
        n: {"sha256": hashlib.sha256(files[n]).hexdigest(), "bytes": len(files[n])}
        for n in ("index.html", "sw.js")
    }
    files["manifest.json"] = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    return Bundle(files, version, edition.id, tuple(loops[0][1]))


def _shell(manifest: dict, parts: dict[str, str], title: str, language: str) -> bytes:
    """The page that never leaves: parts inside, the shell's script around them."""
    topology = as_json({"world_110m": json.loads(EMPTY)})
    body = (PLAYER / "shell.html").read_text(encoding="utf-8")
    say = dict(words("man_hinh", language))
    held = {"manifest": manifest, "parts": parts, "words": say, "topology": topology}
    script = f"window.BUNDLE = {as_json(held)};"
    values = {
        "language": language,
        "title": title.replace("&", "&amp;").replace("<", "&lt;"),
        "bundle": script,
        "shell": as_script(inlined(PLAYER / "shell.js")),
    }
    before, rest = body.split("%bundle%")  # not `replace`: the bundle may hold such signs itself
    return "".join((_filled(before, values), values["bundle"], _filled(rest, values))).encode()


def _filled(text: str, values: dict[str, str]) -> str:
    for key in ("language", "title", "shell"):
        text = text.replace(f"%{key}%", values[key])
    return text


def zipped(folder: Path) -> bytes:
    """A bundle's folder as one ZIP, for a USB stick or a web host."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)
    return buffer.getvalue()
