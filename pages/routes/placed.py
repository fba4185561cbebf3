"""Our addresses where Streamlit has its own."""

from collections.abc import Iterable

from starlette.routing import Route


def placed(routes: Iterable[Route], base: str) -> list[Route]:
    """The routes under `base`, Streamlit's `server.baseUrlPath`, which it puts before its own alone."""
    return [Route(base + r.path, r.endpoint, methods=list(r.methods or ())) for r in routes]
