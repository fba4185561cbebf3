"""Building the lake from the text tables, and publishing an office's own figures."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from data import settings
from data.checks import KEY, check_rows
from data.clock import today
from data.editions import Edition, commit, editions
from data.errors import DataError, FaultsFound
from data.intake.findings import Checked
from data.intake.kinds import refused
from data.intake.numbers import written
from data.intake.tables import read_table
from data.lake import cursor, sql
from data.province_files import ProvinceFiles, fingerprint, read_province
from data.rehearsal import generate
from data.serving import areas as served_areas
from data.serving import catalogue as served_catalogue
from data.status import Status
from data.table_files import LONG, OPTIONAL

_fault: list[DataError] = []  # what stopped this process's last build
Step = Callable[[str, float], None]


def build(step: Step = lambda name, share: None) -> Edition:
    """Brings the lake up to the text tables; does nothing when they have not changed.

    Published rows of the text tables replace earlier published ones and never an office's own.
    The rehearsal edition follows only while no office has published district figures of its own.

    Args:
        step: told the name of each step (read, check, published, rehearsal) and its share of the work.

    Returns:
        The newest edition.

    Raises:
        FaultsFound: all faults of the text tables; the lake stays as it was.
    """
    folder = settings.province_folder()
    step("read", 0.1)
    if editions() and editions()[0].text == fingerprint(folder):
        return editions()[0]
    files = read_province(folder)
    step("published", 0.4)
    reported = _reported_keys()
    rows = files.published[
        [key not in reported for key in files.published[KEY].itertuples(index=False, name=None)]
    ]
    edition = commit(
        rows,
        "python -m data build",
        "Đã công bố",
        text=files.fingerprint,
        documents=_documents(files),
        sources=files.sources,
        drop="status in ('published', 'illustrative')",
    )
    if files.recipe and not reported:
        step("rehearsal", 0.7)
        illustrative = generate(files.published, files.areas.districts, files.areas.province, files.recipe)
        found = check_rows(_as_text(illustrative), files.catalogue, files.areas, Status.ILLUSTRATIVE)
        if found.faults:
            raise FaultsFound(found.faults)
        edition = commit(
            found.frame, "python -m data build", "Diễn tập (số liệu minh họa)", text=files.fingerprint
        )
    step("done", 1.0)
    return edition


def check(path: Path) -> Checked:
    """A file as it would be published.

    Raises:
        FaultsFound: all faults of the file.
    """
    newest = editions()[0].id
    rows = read_table(path, LONG, OPTIONAL)
    if rows.empty:
        raise refused(path.name, "chỉ có tiêu đề, không có dòng số liệu nào", "Thêm số liệu rồi thử lại.", 1)
    found = check_rows(rows, served_catalogue(newest), served_areas(newest), "reported", today())
    if found.faults:
        raise FaultsFound(found.faults)
    return found


def publish(path: Path, author: str, message: str) -> Edition:
    """Publishes a file of figures: replaces exactly the keys it holds.

    Illustrative figures leave the lake with the first rows that are not, so that none is mixed in.

    Raises:
        FaultsFound: all faults of the file; the previous edition stays in service.
    """
    typed = check(path).frame
    real = (typed["status"] != Status.ILLUSTRATIVE).any()
    return commit(
        typed, author, message, text=editions()[0].text, drop="status = 'illustrative'" if real else None
    )


def remember_fault(error: DataError | None) -> None:
    """Keeps what stopped the last build, so that the page of sources can say it."""
    _fault[:] = [error] if error else []


def last_fault() -> DataError | None:
    """What stopped this process's last build; None when it went well."""
    return _fault[0] if _fault else None


def _reported_keys() -> set[tuple]:
    """Keys that an office has published itself: text tables never replace them."""
    return set(cursor().execute(sql("lake/reported_keys")).fetchall())


def _documents(files: ProvinceFiles) -> dict[str, str]:
    """Catalogue, areas and texts go into the lake, so that an edition keeps the words of its day."""
    return {
        "catalogue": files.catalogue.model_dump_json(),
        "areas": json.dumps([asdict(a) for a in files.areas.rows], default=str, ensure_ascii=False),
        "about": json.dumps(
            {**files.about, "rehearsal": {k: v for k, v in files.recipe.items() if k.startswith("method")}},
            default=str,
            ensure_ascii=False,
        ),
        "conflicts": files.conflicts.to_json(orient="records", force_ascii=False),
    }


def _as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """The generator's frame as a text table, so that it passes the same checks as any other."""
    text = rows.assign(value=rows["value"].map(written)).reindex(columns=list(LONG)).fillna("").astype(str)
    return text.assign(file="rehearsal.toml", line=range(1, len(text) + 1))
