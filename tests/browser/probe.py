"""JavaScript that looks at a page for a test: one function a file in `probes/`."""

from pathlib import Path


def probe(name: str) -> str:
    """The text of `probes/<name>.js`, for `page.evaluate`."""
    return (Path(__file__).parent / "probes" / f"{name}.js").read_text(encoding="utf-8")
