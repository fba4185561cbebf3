"""Every word is used: a key that no code, script or template can ask for is dead."""

import ast
import re
from collections.abc import Iterator

import pytest

from pages.text.words import tables, words
from tests.conftest import ROOT

ROOMS = [ROOT / "pages", ROOT / "data", ROOT / "geo"]
PIECE = r"\w*?"  # what a program puts into a key while it runs
NONSENSE = "no_program_says_this"


def shapes_in(text: str) -> Iterator[str]:
    """Regular expressions of the strings a Python file can make: constants, f-strings, `"a_" + x`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield "".join(_shape(part) for part in node.values)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            yield _shape(node)


def _shape(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    if isinstance(node, ast.FormattedValue):
        return _shape(node.value)
    if isinstance(node, ast.IfExp):
        return f"(?:{_shape(node.body)}|{_shape(node.orelse)})"
    if isinstance(node, ast.BinOp):
        return _shape(node.left) + _shape(node.right)
    return PIECE


def _says_something(shape: str) -> bool:
    """Whether a shape holds some keys only, and is no sentence."""
    return len(shape) < 80 and not re.fullmatch(shape, NONSENSE)


@pytest.fixture(scope="module")
def used():
    """Tells whether anything in the program can ask for a key."""
    files = [path for room in ROOMS for path in room.rglob("*") if path.is_file()]
    shapes = {s for path in files if path.suffix == ".py" for s in shapes_in(path.read_text("utf-8"))}
    exact = {shape.replace("\\", "") for shape in shapes if "(?:" not in shape and PIECE not in shape}
    patterns = [f"(?:{shape})" for shape in shapes - exact if _says_something(shape)]
    beside = "\n".join(p.read_text("utf-8") for p in files if p.suffix in {".js", ".html", ".svg", ".toml"})
    exact |= set(re.findall(r"[\"'`.\[](\w+)", beside))
    patterns += [start + PIECE for start in re.findall(r"[\"'`](\w+_)(?:[\"'`]|\$\{)", beside)]
    made = re.compile("|".join(patterns))
    return lambda key: key in exact or made.fullmatch(key)


@pytest.mark.parametrize("table", tables())
def test_every_word_is_used(table, used):
    unused = [key for key in words(table, "vi") if not used(key)]
    assert unused == [], f"pages/text/*/{table}.toml"


def test_a_dead_word_is_found(used):
    assert not used("a_word_of_no_screen") and used("no_data")
