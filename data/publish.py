"""Building the lake from the text tables, and publishing an office's own figures."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pandas as pd

from data import settings
from data.changes import Changes, changes
from data.checks import KEY, check_rows
from data.clock import today
from data.contradictions import check_totals
from data.editions import Edition, editions, stored_rows
from data.errors import Damaged, DataError, Fault, FaultsFound
from data.intake.form_fit import check_form
from data.intake.kinds import refused
from data.intake.numbers import written
from data.intake.reader import Asked, read_figures
from data.intake.template_reader import foreign
from data.origins import origins_of
from data.province_files import ProvinceFiles, fingerprint, read_province
from data.publication import again_when_outdated, base, commit
from data.rehearsal import generate
from data.serving import areas as served_areas
from data.serving import catalogue as served_catalogue
from data.shipped import BUILD, office_rows
from data.status import Status
from data.table_files import LONG

_fault: list[DataError] = []  # what stopped this process's last build
Step = Callable[[str, float], None]


@dataclass(frozen=True)
class Judged:
    """A file as it would be published: what is unusual, what it changes, in the edition `on`.

    origins: as `data.origins.origins_of`.
    """

    file: str
    sheet: str
    rows: int
    remarks: list[Fault]
    changes: Changes
    on: int
    origins: pd.DataFrame


def build(step: Step = lambda name, share: None) -> Edition:
    """As `_build`; whatever of the lake cannot be read is said in words.

    Raises:
        FaultsFound: all faults of the text tables; the lake stays as it was.
        Damaged: the lake cannot be read or written.
    """
    try:
        return _build(step)
    except duckdb.Error as error:
        raise Damaged(0, error) from error


@again_when_outdated
def _build(step: Step) -> Edition:
    """Brings the lake up to the text tables; does nothing when they have not changed.

    Published rows of the text tables replace earlier ones of theirs and never an office's own, whatever
    its status. The rehearsal edition follows only while no office has published figures of its own.

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
    files, on = read_province(folder), base()
    step("published", 0.4)
    office = office_rows(on) if on else files.published[:0]
    kept = set(office[KEY].itertuples(index=False, name=None))
    shipped = [key not in kept for key in files.published[KEY].itertuples(index=False, name=None)]
    rows = files.published[shipped]
    edition = commit(
        pd.concat([rows, office], ignore_index=True) if len(office) else rows,
        BUILD,
        "Đã công bố",
        on=on,
        text=files.fingerprint,
        documents=_documents(files),
        tables={"source": files.sources, "shipped": files.published},
        drop="true",
    )
    if files.recipe and office.empty:
        step("rehearsal", 0.7)
        illustrative = generate(files.published, files.areas.districts, files.areas.province, files.recipe)
        found = check_rows(_as_text(illustrative), files.catalogue, files.areas, Status.ILLUSTRATIVE)
        if found.faults:
            raise FaultsFound(found.faults)
        edition = commit(
            found.frame, BUILD, "Diễn tập (số liệu minh họa)", on=edition.id, text=files.fingerprint
        )
    step("done", 1.0)
    return edition


def check(path: Path, asked: Asked | None = None) -> Judged:
    """A file as it would be published.

    Args:
        asked: what is known of a table of the office's own form, and what every file is held to.

    Raises:
        FaultsFound: all faults of the file.
    """
    on = editions()[0].id
    rows = read_figures(path, served_catalogue(on), served_areas(on), asked)
    if rows.empty and rows.attrs.get("faults"):
        raise FaultsFound(rows.attrs["faults"])
    if rows.empty:
        raise refused(rows.attrs["file"], "chỉ có tiêu đề, không có dòng số liệu nào", "Thêm số liệu.", 1)
    if wrong := foreign(rows, served_catalogue(on), served_areas(on)):
        raise FaultsFound(wrong)
    found = check_rows(rows, served_catalogue(on), served_areas(on), "reported", today())
    if asked:
        check_form(found, asked, served_catalogue(on), served_areas(on))
    made_up = found.frame["status"] == Status.ILLUSTRATIVE
    found.fault(
        "status",
        made_up & pd.Series(bool(made_up.any() and len(office_rows(on))), made_up.index),
        "kho đã có số liệu của đơn vị: số minh họa không được công bố nữa",
        "Bỏ các dòng illustrative.",
    )
    if not found.faults:
        check_totals(found, stored_rows(on), served_catalogue(on))
    if found.faults:
        raise FaultsFound(found.faults)
    done = changes(found.frame, on)
    known = origins_of(path, rows, done)
    return Judged(rows.attrs["file"], rows.attrs["sheet"], len(rows), found.remarks, done, on, known)


def publish(
    path: Path,
    author: str,
    message: str,
    tell: Callable[[Judged], None] = lambda judged: None,
    asked: Asked | None = None,
) -> Edition:
    """Publishes one file, as `publish_all`."""
    return publish_all([(path, asked)], author, message, tell)


@again_when_outdated
def publish_all(
    files: Sequence[tuple[Path, Asked | None]],
    author: str,
    message: str,
    tell: Callable[[Judged], None] = lambda judged: None,
) -> Edition:
    """Publishes files of figures as one edition: replaces exactly the keys they hold that differ.

    Illustrative figures leave the lake with the first rows that are not, so that none is mixed in.

    Args:
        files: each with what is known of a table of the office's own form, or None.
        tell: told what each file changes, before anything is stored.

    Returns:
        The edition that is now in service: no new one where the files change nothing.

    Raises:
        FaultsFound: all faults of a file, or one figure in two files; the previous edition stays in service.
        Unsigned, Outdated, NotStored: as `publication.commit`.
    """
    judged = [check(path, asked) for path, asked in files]
    for one in judged:
        tell(one)
    done = [one.changes for one in judged if not one.changes.nothing]
    if not done:
        return editions()[0]
    rows = pd.concat([one.rows for one in done], ignore_index=True)
    if rows.duplicated(KEY).any():
        twice = rows[rows.duplicated(KEY)].iloc[0]
        what = f"hai tệp cùng có chỉ tiêu {twice['indicator']} của đơn vị {twice['area']}"
        raise refused(", ".join(one.file for one in judged), what, "Bỏ số đó khỏi một tệp.")
    drop = "status = 'illustrative'" if any(one.leaving for one in done) else None
    known = pd.concat([one.origins for one in judged], ignore_index=True)
    return commit(
        rows, author, message, on=judged[0].on, text=editions()[0].text, drop=drop, tables={"origin": known}
    )


def remember_fault(error: DataError | None) -> None:
    """Keeps what stopped the last build, so that the page of sources can say it."""
    _fault[:] = [error] if error else []


def last_fault() -> DataError | None:
    """What stopped this process's last build; None when it went well."""
    return _fault[0] if _fault else None


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
