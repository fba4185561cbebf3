"""Style sheets of what is printed."""

from functools import lru_cache

from pages.web import HERE


@lru_cache
def print_css() -> str:
    """How a district's profile is laid out on paper."""
    return (HERE / "profile_print.css").read_text(encoding="utf-8")
