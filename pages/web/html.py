"""HTML is written by templates: whatever is filled in is escaped, unless it is HTML that a template made."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pages.web import HERE


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def render(template: str, **values: object) -> Markup:
    """A template of `templates/` filled in.

    Raises:
        jinja2.UndefinedError: the template asks for a value that is not given.
    """
    return Markup(_environment().get_template(template).render(**values))
