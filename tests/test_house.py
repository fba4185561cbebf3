"""The house: floors import only downwards, libraries have a home, files stay short, no province is known."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from data.settings import Settings
from pages.text.words import tables, words

ROOT = Path(__file__).parent.parent
GROUND = {"data", "geo"}
FLOORS = {  # package → what of this project it may import; every floor is listed, from the ground up
    "data": {"data"},
    "geo": {"geo", "data.errors", "data.settings", "data.toml_files"},
    "pages.statistics": {"pages.statistics", "data.absence", "data.catalogue", "data.status"},
    "pages.text": {"pages.text"}
    | {f"data.{n}" for n in ("absence", "approx", "catalogue", "clock", "headlines", "status")},
}
for _floor, _beside in (
    ("content", set()),
    ("figures", set()),
    ("web", set()),
    ("live", set()),
    ("intake", set()),
    ("access", set()),  # roles and actors are those of the reports; routes and pages ask who may
    ("documents", set()),
    ("display", set()),
    ("routes", set()),
    ("widgets", set()),
    ("screens", set()),
    ("shell", set()),
):
    _below = set().union(*FLOORS.values()) | GROUND | {"pages.statistics", "pages.text"}
    FLOORS[f"pages.{_floor}"] = _below | {f"pages.{_floor}"} | {f"pages.{b}" for b in _beside}
FLOORS |= {"pages": set(), "dashboard": {"pages.shell", "pages.routes"}}
HOMES = {  # library → the only packages that may import it
    "streamlit": ("dashboard", "pages.widgets", "pages.screens", "pages.shell"),
    "plotly": ("pages.figures", "pages.web"),
    "duckdb": ("data",),
    "geopandas": ("geo",),
    "starlette": ("dashboard", "pages.routes", "pages.live", "pages.web"),
    "docx": ("pages.documents",),
    "pptx": ("pages.documents",),
    "xlsxwriter": ("pages.documents", "data.intake.template"),
    "PIL": ("pages.text.width",),
    "sqlalchemy": ("pages.live", "pages.intake", "pages.access", "pages.display"),
    "psycopg": ("pages.live",),
    "alembic": ("pages.live",),
}
SOURCES = sorted(
    p for p in ROOT.rglob("*.py") if p.relative_to(ROOT).parts[0] in ("data", "geo", "pages", "dashboard.py")
)
LONGEST = 260
MOST_ARGUMENTS = 8


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def floor(name: str) -> str:
    return max((f for f in FLOORS if name == f or name.startswith(f + ".")), key=len)


def imported(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: no relative imports"
            found += [f"{node.module}.{a.name}" for a in node.names]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_a_floor_imports_only_from_below(path):
    allowed = FLOORS[floor(module(path))]
    for name in imported(path):
        if name.split(".")[0] in ("data", "geo", "pages", "dashboard", "tests"):
            assert any(name == a or name.startswith(a + ".") for a in allowed), (
                f"{module(path)} imports {name}"
            )


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_libraries_have_a_home(path):
    for name in imported(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or module(path).startswith(homes), f"{module(path)} imports {name}"


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_files_are_short_and_say_what_they_are_for(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or isinstance(node, ast.ClassDef), (
                f"{module(path)}.{node.name} has no docstring"
            )


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_no_function_takes_more_than_eight_arguments(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            names = [a.arg for a in every if a.arg not in ("self", "cls")]
            assert len(names) <= MOST_ARGUMENTS, f"{module(path)}:{node.lineno} takes {len(names)}"


def test_no_script_lies_directly_in_pages():
    assert [p.name for p in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


def test_colours_stand_in_one_file():
    for path in SOURCES:
        if path.name != "theme.py":
            assert not re.search(r"[\"'(]#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")), path


def test_code_knows_no_province():
    """No name or code of the shipped province's areas stands in code, SQL or interface words."""
    names = {
        row.split(",")[4]
        for row in (ROOT / "data/provinces/kien_giang/areas.csv").read_text(encoding="utf-8").splitlines()[1:]
    }
    assert len(names) == 16
    texts = [
        *SOURCES,
        *ROOT.glob("data/sql/**/*.sql"),
        *ROOT.glob("pages/text/**/*.toml"),
        *ROOT.glob("pages/**/*.js"),
        *ROOT.glob("data/indicators/*.toml"),
    ]
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert not [n for n in names if n in text], path


def test_every_sql_file_has_a_header_and_is_used():
    code = "\n".join(p.read_text(encoding="utf-8") for p in SOURCES)
    for path in ROOT.glob("data/sql/**/*.sql"):
        assert path.read_text(encoding="utf-8").startswith("-- "), path
        assert f'"{path.stem}"' in code or f"/{path.stem}" in code, f"{path} is not used"


@pytest.mark.parametrize("kind", ["sql", "css", "html", "js"])
def test_queries_styles_templates_and_scripts_fit_into_110_columns(kind):
    files = [path for room in ("data", "pages") for path in (ROOT / room).rglob(f"*.{kind}")]
    lines = [(path.name, line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(files) > 3 and [found for found in lines if len(found[1]) > 110] == []


def test_both_languages_have_the_same_words_and_placeholders():
    for table in tables():
        vi, en = words(table, "vi"), words(table, "en")
        assert set(vi) == set(en), table
        for key in vi:
            assert set(re.findall(r"{(\w+)", vi[key])) == set(re.findall(r"{(\w+)", en[key])), (table, key)


def test_the_readme_says_every_setting_with_its_default():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `DASHBOARD_(\w+)` \|.*\| ([^|]*) \|$", readme, re.MULTILINE))
    assert {name.lower() for name in rows} == set(Settings.model_fields)
    for name, field in Settings.model_fields.items():
        assert not field.default or rows[name.upper()] == f"`{field.default}`", name


def test_settings_are_read_in_one_place():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert module(path) == "data.settings" or not re.search(r"environ\b.*DASHBOARD_|getenv", text), path


def test_a_day_is_that_of_viet_nam():
    """Wherever the server stands: days and hours come from data.clock."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"date\.today\(\)|astimezone\(\)|datetime\.now\(\)", text), path


def test_every_dependency_is_pinned():
    for path in (ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not line or line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line), line


def test_production_settings_hold():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False and config["browser"]["serverAddress"]
    assert config["runner"] == {"magicEnabled": False, "postScriptGC": False}
    assert config["client"]["showErrorDetails"] == "none"
    assert config["server"]["maxUploadSize"] <= 20 and config["server"]["maxMessageSize"] <= 50


def test_the_page_hides_exactly_the_imprint():
    from pages.figures.template import IMPRINT

    css = (ROOT / "pages/widgets/style.css").read_text(encoding="utf-8")
    assert f"inset(0 0 {IMPRINT}px 0)" in css and f"margin-bottom: -{IMPRINT}px" in css


def test_what_people_write_is_plain_text_in_markdown():
    """Streamlit reads these texts as Markdown: each is a word of ours as it stands, or made plain."""
    markdown = {"markdown", "info", "warning", "error", "success", "caption", "write", "subheader", "title"}
    plain = re.compile(
        r"(plain|points)\(|(say|texts|view\.say\([^()]*\))\[|method$|kept_back$|say\('api_text'"
    )
    for path in SOURCES:
        if module(path).startswith(("pages.screens", "pages.widgets", "pages.shell")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                    text, shown = ast.unparse(node.args[0]), node.func.attr in markdown
                    assert not shown or ast.unparse(node.func.value) == "log" or plain.match(text), (
                        f"{module(path)}:{node.lineno}: {text}"
                    )


def test_html_is_written_by_templates():
    """Figures may hold the few tags of Plotly's own text."""
    plotly = "b|i|br|sup|span|style|extra"
    tag = re.compile(rf"<(?!/?(?:{plotly})\b)/?[a-z][a-z0-9]*[ >]|</(?!(?:{plotly})>)[a-z0-9]+>")
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                written = "".join(p.value for p in node.values if isinstance(p, ast.Constant))
                assert not tag.search(written), f"{module(path)}:{node.lineno}: {written[:60]}"


def test_types_hold_on_the_lower_floors():
    """What is still wrong elsewhere stands in the baseline, which may only shrink."""
    wrong = json.loads((ROOT / "tests" / "types.json").read_text(encoding="utf-8"))["files"]
    rooms = ("./data/", "./geo/", "./pages/content/", "./pages/statistics/")
    assert not [name for name in wrong if name.startswith(rooms)]


def test_below_widgets_nothing_loads_streamlit_and_below_figures_nothing_loads_plotly():
    """In a fresh interpreter a floor: what is loaded on the way counts too."""
    floors = [
        (("data", "geo", "pages.statistics", "pages.text", "pages.content"), ("streamlit", "plotly")),
        (
            (
                "pages.figures",
                "pages.web",
                "pages.live",
                "pages.intake",
                "pages.access",
                "pages.documents",
                "pages.display",
                "pages.routes",
            ),
            ("streamlit",),
        ),
    ]
    for rooms, foreign in floors:
        names = [module(p) for p in SOURCES if module(p).startswith(tuple(f"{r}." for r in rooms))]
        names = [name for name in names if not name.endswith("__main__") and ".versions." not in name]
        found = f"print(*(set({foreign!r}) & set(sys.modules)))"
        script = f"import sys\nfor name in {names!r}: __import__(name)\n{found}"
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
        )
        assert done.stdout.strip() == "", f"{rooms}: {done.stdout}"
