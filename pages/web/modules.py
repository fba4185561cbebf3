"""Scripts of our components: the browser fetches each once and keeps it; a message only names it.

Streamlit sends a component's inline script with every message, and knows files only of installed packages.
What the components share (`shown.js`) is one module for all of them.

Addresses within the dashboard are relative to the page: it may lie behind a proxy under any path.
"""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "components"
PREFIX = "thanh-phan"


@cache
def scripts() -> dict[str, str]:
    """Name of the file → its text."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.js"))}


@cache
def version() -> str:
    """Changes when a script changes; a part of the path, so that scripts that import each other share it."""
    return hashlib.sha256("".join(scripts().values()).encode()).hexdigest()[:12]


def component_script(name: str) -> str:
    """The inline script of the component whose module is `name` (without ending): it imports the module.

    Raises:
        KeyError: there is no such file.
    """
    file = f"{name}.js"
    scripts()[file]
    address = f"{PREFIX}/{version()}/{file}"
    return (
        f'const module = await import(new URL("{address}", document.baseURI).href);\n'
        "export default module.default;\n"
    )
