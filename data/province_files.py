"""Reads one province's text tables: areas, sources, conflicts, published figures, rehearsal recipe."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from data import HERE
from data.areas import Area, Areas
from data.catalogue import Catalogue
from data.catalogue_files import read_catalogue
from data.checks import check_rows
from data.document import read_document
from data.errors import Fault, FaultsFound
from data.intake import dates
from data.intake.tables import read_table
from data.protection.rules import read_relations
from data.table_files import AREAS, CONFLICTS, GRADES, LONG, OPTIONAL, SOURCES, UNREAD
from data.toml_files import toml

# files and folders
SHOWING = {"agenda.toml", "headlines.toml", "reports.toml", "similarity.toml", "displays"}


@dataclass(frozen=True)
class ProvinceFiles:
    """Everything that text files say about a province, checked.

    Attributes:
        about: province.toml as read.
        published: as `checks.check_rows` returns it.
        sources: source | title | address | published | grade (`table_files.GRADES`, or "") | note, all str.
        conflicts: indicator | area | period_start | period_end | kind | value | source |
            reason_vi | reason_en, all str: figures kept out because contradicted or superseded.
        recipe: rehearsal.toml as read, empty where the province has none.
        fingerprint: SHA-256 over all text files, so that an edit is noticed at the next start.
    """

    catalogue: Catalogue
    about: dict
    areas: Areas
    sources: pd.DataFrame
    conflicts: pd.DataFrame
    published: pd.DataFrame
    recipe: dict
    fingerprint: str


def text_files(folder: Path) -> list[Path]:
    """The text files that an edition is built from: the catalogue's and the province's.

    What only says how figures are shown (`SHOWING`: agenda, headlines, playlists, measures of
    likeness) makes no edition.
    """
    found = (
        sorted(HERE.glob("*.toml"))
        + sorted(HERE.glob("indicators/*.toml"))
        + sorted(p for p in HERE.glob("rehearsal/*") if p.suffix in (".py", ".toml"))
        + sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".csv", ".xlsx"))
    )
    return [path for path in found if not SHOWING & {path.name, path.parent.name}]


def fingerprint(folder: Path) -> str:
    """SHA-256 (hex) over names and contents of `text_files(folder)`."""
    digest = hashlib.sha256()
    for path in text_files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read_areas(path: Path) -> Areas:
    """areas.csv as `Areas`.

    Raises:
        FaultsFound: a date or number that is none, no province, or more than one.
    """
    rows, faults, good = read_table(path, AREAS, UNREAD), [], []
    for row in rows.to_dict("records"):
        line = row.pop("line")
        cells: dict[str, Any] = {str(k): v for k, v in row.items() if k not in {"file", *UNREAD}}
        for column, parse in (
            ("valid_from", date.fromisoformat),
            ("valid_to", date.fromisoformat),
            ("order", int),
        ):
            try:
                cells[column] = parse(cells[column])
            except ValueError:
                faults.append(
                    Fault(
                        path.name,
                        line,
                        column,
                        f"“{row[column]}” không đọc được",
                        "Ngày viết 2025-06-30; số dùng dấu chấm.",
                    )
                )
        good.append(Area(code=cells.pop("area"), **cells))
    if len({a.code for a in good if a.kind == "province"}) != 1:
        faults.append(
            Fault(path.name, None, "kind", "phải có đúng một đơn vị kind = province", "Sửa cột kind.")
        )
    if faults:
        raise FaultsFound(faults)
    return Areas(good)


def read_province(folder: Path) -> ProvinceFiles:
    """All text files of a province, checked together.

    Raises:
        FaultsFound: all faults of all files at once.
    """
    faults: list[Fault] = []

    def attempt(read, *args):
        try:
            return read(*args)
        except FaultsFound as found:
            faults.extend(found.faults)
            return None

    catalogue = attempt(read_catalogue)
    if catalogue:
        attempt(read_relations, catalogue)
    areas = attempt(read_areas, folder / "areas.csv")
    sources = attempt(_sources, folder / "sources.csv")
    conflicts = attempt(_conflicts, folder / "conflicts.csv")
    published = attempt(_published, folder, catalogue, areas)
    about, recipe = (attempt(_toml, folder / name) for name in ("province.toml", "rehearsal.toml"))
    written = folder / "province.toml"
    attempt(read_document, about or {}, written.read_text(encoding="utf-8") if written.exists() else "")
    if faults:
        raise FaultsFound(faults)
    assert catalogue and areas and sources is not None and conflicts is not None and published is not None
    return ProvinceFiles(
        catalogue=catalogue,
        about=about or {},
        areas=areas,
        sources=sources.drop(columns=["file", "line"]),
        conflicts=conflicts.drop(columns=["file", "line"], errors="ignore"),
        published=published,
        recipe=recipe or {},
        fingerprint=fingerprint(folder),
    )


def _sources(path: Path) -> pd.DataFrame:
    """sources.csv.

    Raises:
        FaultsFound: an unreadable table, or a grade that is none.
    """
    rows = read_table(path, SOURCES, {"published", "grade", "note"})
    wrong = rows[~rows["grade"].isin(["", *GRADES])]
    remedy = f"Một trong: {', '.join(GRADES)}; để trống nếu chưa xếp."
    faults = [
        Fault(path.name, row["line"], "grade", f"“{row['grade']}” không phải là loại nguồn", remedy)
        for row in wrong.to_dict("records")
    ]
    faults += [
        Fault(path.name, row["line"], "published", f"“{row['published']}” không phải ngày", "Sửa ngày.")
        for row in rows.to_dict("records")
        if row["published"] and not dates.publication(row["published"])
    ]
    if faults:
        raise FaultsFound(faults)
    return rows


def _conflicts(path: Path) -> pd.DataFrame:
    return read_table(path, CONFLICTS) if path.exists() else pd.DataFrame(columns=list(CONFLICTS))


def _published(folder: Path, catalogue: Catalogue | None, areas: Areas | None) -> pd.DataFrame | None:
    """The published figures, checked where catalogue and areas could be read.

    Raises:
        FaultsFound: all faults of all tables, or no table.
    """
    faults, tables, checked = [], [], None
    for path in sorted((folder / "published").glob("*.csv")):
        try:
            tables.append(read_table(path, LONG, OPTIONAL))
        except FaultsFound as found:
            faults += found.faults
    if catalogue and areas and tables:
        found = check_rows(pd.concat(tables, ignore_index=True), catalogue, areas, "published")
        faults, checked = faults + found.faults, found.frame
    if not tables and not faults:
        remedy = "Thêm ít nhất một tệp .csv vào thư mục published/."
        faults.append(Fault("published/", None, "", "chưa có bảng số liệu nào", remedy))
    if faults:
        raise FaultsFound(faults)
    return checked


def _toml(path: Path) -> dict:
    return toml(path.read_text(encoding="utf-8"), path.name) if path.exists() else {}
