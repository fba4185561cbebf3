"""The light pages of the conference and the files beside them.

No Streamlit session, no request to another host.
"""

import gzip
import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from pages.figures.geometry import TOPOLOGY
from pages.text.words import LANGUAGES, words
from pages.web.plotly_script import WHOLE, lean_script, plotly_script
from pages.web.policy import STAGE as RULES
from pages.web.policy import inline, policy

FOR_EVER = "public, max-age=31536000, immutable"
STAGE = Path(__file__).parent / "stage"
TYPES = {".js": "text/javascript", ".css": "text/css"}
FILES = sorted(path.name for path in STAGE.iterdir() if path.suffix in TYPES)
IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)


def page(name: str, title: str, up: str) -> Callable[[Request], HTMLResponse]:
    """A light page: its words inside, its scripts beside.

    Args:
        up: from its address to the dashboard's first page.
    """

    def show(request: Request) -> HTMLResponse:
        language = language_of(request)
        say = words("hoi_nghi", language)
        body = (STAGE / "page.html").read_text(encoding="utf-8")
        values = {
            "language": language,
            "title": say[title],
            "script": name,
            "version": _version(),
            "words": as_json(dict(say)),
            "topology": TOPOLOGY,
            "base": up,
            "plotly": WHOLE,
        }
        for key, value in values.items():
            body = body.replace(f"%{key}%", value)
        rules = policy(RULES, inline(body))
        return HTMLResponse(body, headers={"Cache-Control": "no-store", "Content-Security-Policy": rules})

    return show


def file(request: Request) -> Response:
    """Scripts and style of the light pages, and Plotly as the installed package brings it.

    Compressed, kept by the browser.
    """
    name = request.path_params["name"]
    if name not in (*MADE, *FILES):
        return JSONResponse({"error": "no such file"}, 404)
    return Response(
        _packed(name),
        media_type=TYPES[Path(name).suffix],
        headers={
            "Content-Encoding": "gzip",
            "Cache-Control": FOR_EVER if "v" in request.query_params else "no-cache",
        },
    )


@cache
def _packed(name: str) -> bytes:
    text = MADE[name]() if name in MADE else (STAGE / name).read_text(encoding="utf-8")
    return gzip.compress(text.encode(), mtime=0)


def inlined(script: Path) -> str:
    """A script and all that it imports, as one that imports nothing: a page from a disk may load no modules.

    Only `import { names } from "./file.js"` is known, without renaming; names at the top of the files share
    one scope, in which each may stand once.
    """
    texts: dict[Path, str] = {}

    def add(path: Path) -> None:
        if path in texts:
            return
        texts[path] = ""  # begun: two that import each other do not go round for ever
        text = path.read_text(encoding="utf-8")
        for found in IMPORT.finditer(text):
            add((path.parent / found[1]).resolve())
        texts[path] = EXPORT.sub("", IMPORT.sub("", text))
        texts[path] = texts.pop(path)  # behind what it imports

    add(script.resolve())
    return "\n".join(texts.values())


def style(*names: str) -> str:
    """Style sheets of the light pages one after another."""
    return "\n".join((STAGE / name).read_text(encoding="utf-8") for name in names)


def as_json(value: object) -> str:
    """JSON inside a script: nothing in it may end the script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def as_script(text: str) -> str:
    """A script's text inside a page: nothing in it may end the script."""
    return text.replace("</script", "<\\/script")


@lru_cache(maxsize=1)
def _version() -> str:
    return hashlib.sha256(b"".join(_packed(name) for name in ("fonts.css", *FILES))).hexdigest()[:12]


def language_of(request: Request) -> str:
    """“vi” or “en”."""
    asked = request.query_params.get("ngon_ngu", "vi")
    return asked if asked in LANGUAGES else "vi"


@lru_cache(maxsize=1)
def fonts_css() -> str:
    """The type of the figures, with Vietnamese glyphs, as Streamlit brings it.

    Inside the style sheet, for a disk serves no fonts.
    """
    media = Path(str(files("streamlit"))) / "static" / "static" / "media"
    found = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    if not found:
        return ""  # the screen's own type then: Noto Sans, Arial
    data = b64encode(found[0].read_bytes()).decode()
    source = f"src: url(data:font/woff2;base64,{data}) format('woff2');"
    return f"@font-face {{ font-family: 'Source Sans'; font-weight: 200 900; {source} }}\n"


MADE = {  # files that stand nowhere as they are sent
    "plotly.js": plotly_script,
    "plotly-geo.js": lean_script,
    "fonts.css": fonts_css,
}
