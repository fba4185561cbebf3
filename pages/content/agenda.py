"""The agenda: slides declared in a file, `data/agenda.toml` or a province's own `agenda.toml`.

What each key means stands at the fields.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from data import HERE
from data.catalogue import Catalogue, Words
from data.errors import Fault, FaultsFound
from data.settings import province_folder
from data.toml_files import Strict, did_you_mean, read_as

FILE = "agenda.toml"
NEEDS = {
    "map": 1,
    "trend": 1,
    "plan": 1,
    "progress": 1,
    "ranking": 1,
    "cards": 1,
    "table": 1,
    "emulation": 1,
    "title": 0,
    "review": 0,
    "text": 0,
}  # indicators at least


class Slide(Strict):
    """One slide. Placeholders in its texts are filled in by `pages.content.slides.written`.

    kind: title; review (the year's paragraph); cards (results against targets); map; trend; plan (bullets by
    district); progress (year to date by month); ranking (dots, official order); table (districts ×
    indicators); emulation (composite, ranks with their range); text (points). year: of the conference unless
    given. minutes: planned; speaker: who; notes: for the presenter only.
    """

    kind: Literal[
        "title",
        "review",
        "cards",
        "map",
        "trend",
        "plan",
        "progress",
        "ranking",
        "table",
        "emulation",
        "text",
    ]
    title: Words
    indicators: tuple[str, ...] = ()
    year: int | None = None
    points: tuple[Words, ...] = ()
    speaker: str = ""
    minutes: float = Field(default=3, gt=0, le=240)
    notes: str = ""


class Agenda(Strict):
    """A conference's title, year and slides in order."""

    title: Words
    year: int | None = None  # the year reviewed; the province's review_year where absent
    slides: tuple[Slide, ...] = Field(min_length=1, max_length=200)


def agenda_file() -> Path:
    """The province's own agenda, else the one that comes with the dashboard."""
    path = province_folder() / FILE
    return path if path.is_file() else HERE / FILE


def read_agenda(path: Path, catalogue: Catalogue) -> Agenda:
    """An agenda from its file.

    Raises:
        FaultsFound: names every fault with its slide.
    """
    return parse(path.read_text(encoding="utf-8"), catalogue, path.name)


def parse(text: str, catalogue: Catalogue, name: str) -> Agenda:
    """An agenda from TOML text (a file, or what was typed on the page); raises as `read_agenda`."""
    agenda = read_as(Agenda, text, name, {"slides": "trang"})
    if faults := faults_of(agenda.slides, catalogue, name, "trang"):
        raise FaultsFound(faults)
    return agenda


def faults_of(
    slides: Iterable, catalogue: Catalogue, name: str, called: str, needs: Mapping[str, int] = NEEDS
) -> list[Fault]:
    """Indicators that do not exist, too few of them, text slides without text."""
    faults = []
    for n, slide in enumerate(slides, start=1):
        faults += [
            Fault(
                name,
                None,
                f"{called} {n}, indicators",
                f"không có chỉ tiêu “{i}”",
                did_you_mean(i, catalogue.indicators)
                or "Dùng mã trong danh mục (trang Nguồn và phương pháp).",
            )
            for i in slide.indicators
            if i not in catalogue.indicators
        ]
        if len(slide.indicators) < needs[slide.kind]:
            faults.append(
                Fault(
                    name,
                    None,
                    f"{called} {n}, indicators",
                    f"loại “{slide.kind}” cần ít nhất {needs[slide.kind]} chỉ tiêu",
                    "Thêm mã chỉ tiêu.",
                )
            )
        if slide.kind == "text" and not slide.points:
            faults.append(
                Fault(name, None, f"{called} {n}, points", f"{called} chữ không có ý nào", "Thêm points.")
            )
    return faults
