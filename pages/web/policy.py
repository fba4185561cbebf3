"""What a page of ours may load: content security policies (CSP level 3, W3C)."""

import base64
import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PAGE = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Plotly and Streamlit write their styles into the page
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
STAGE = {**PAGE, "base-uri": "'self'"}  # its addresses are relative to the dashboard's first page
SCREEN = {
    **PAGE,
    "default-src": "'none'",
    "script-src": "'unsafe-inline'",  # all its scripts stand inside the page, the same bytes on every disk
    "connect-src": "'self'",
}


def policy(rules: dict[str, str] = PAGE, scripts: str = "") -> str:
    """The header's value.

    Args:
        scripts: further sources of scripts, as `inline` gives them.
    """
    said = {**rules, "script-src": f"{rules['script-src']} {scripts}".strip()}
    return "; ".join(f"{name} {sources}" for name, sources in said.items())


def inline(page: str) -> str:
    """The scripts that stand inside a page, by their SHA-256, so that no other one runs."""
    digests = (hashlib.sha256(text.encode()).digest() for text in INLINE.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@cache
def streamlit_policy() -> str:
    """Of Streamlit's page: its inline scripts as installed; its components' scripts come as blobs."""
    found = find_spec("streamlit")
    assert found and found.origin
    page = (Path(found.origin).parent / "static" / "index.html").read_text(encoding="utf-8")
    return policy(scripts=f"blob: {inline(page)}")
