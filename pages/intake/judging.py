"""A file that was handed in, judged as the command line judges it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path, PureWindowsPath

from data import publish
from data.changes import Changes
from data.editions import Edition
from data.errors import FaultsFound
from data.intake.layout import Layout
from data.intake.mapping import Mapping
from data.intake.mappings import remembered
from data.intake.reader import Asked
from data.reading import read_file
from pages.intake import files
from pages.intake.flow import Action, Actor
from pages.intake.records import Form, Submission, Upload
from pages.intake.store import take

LONGEST_NAME = 80  # characters


def judged(form: Form, name: str, content: bytes) -> tuple[Upload, Changes | None]:
    """What the check finds in a form's file, and what publishing it would change (None where faulty)."""
    with laid_out(name, content) as path:
        try:
            found = publish.check(path, asked_of(form, name))
        except FaultsFound as wrong:
            return Upload(name, content, wrong.faults, [], 0), None
    return Upload(name, content, [], found.remarks, len(found.changes.changed)), found.changes


def publish_reports(reports: Sequence[Submission], actor: Actor, message: str) -> Edition:
    """Publishes approved reports as one edition, and notes it with each.

    Raises:
        Refused: refused_damaged (a kept file is not the one that was handed in); as `store.take`.
        FaultsFound: a file no longer fits what has been published since; nothing is published.
        Unsigned, Outdated, NotStored: as `publication.commit`.
    """
    with ExitStack() as open_files:
        paths = [open_files.enter_context(laid_out(r.file, files.content(r.sha256))) for r in reports]
        asked = [asked_of(report.form, report.file) for report in reports]
        edition = publish.publish_all(list(zip(paths, asked)), actor.name, message)
    for report in reports:
        take(report.id, Action.PUBLISH, actor, edition=edition.id)
    return edition


@contextmanager
def laid_out(name: str, content: bytes) -> Iterator[Path]:
    """A file under its own name in a folder of its own, for as long as it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe(name)
        path.write_bytes(content)
        yield path


def safe(name: str) -> str:
    """The last part of a name as any system writes it, without control characters, its ending kept."""
    last = "".join(c for c in PureWindowsPath(name).name if c.isprintable() and c not in '<>:"|?*')
    stem, _, ending = last.rpartition(".") if "." in last else (last, "", "")
    stem = stem.strip(". ")[:LONGEST_NAME] or "tep"
    return f"{stem}.{ending[:8]}" if ending.strip() else stem


def unconfirmed(form: Form, name: str, content: bytes) -> list[tuple[Layout, Mapping]]:
    """The tables of an office's own form whose headings nobody has confirmed yet, with what is suggested."""
    with laid_out(name, content) as path:
        try:
            found = read_file(path, asked_of(form, name))
        except FaultsFound:
            return []
    return [pair for pair in found.pairs if remembered(pair[0].signature) is None]


def asked_of(form: Form, name: str) -> Asked:
    """What a file of a form is held to; its figures rest on the file itself where it names no document."""
    return Asked(form.end, form.domain, form.district, safe(name))


@lru_cache(maxsize=200)
def changes_of(form: Form, sha256: str, name: str, edition: int) -> Changes | None:
    """What publishing a kept file would change in an edition; None where it cannot be published any more.

    Raises:
        Refused: refused_damaged.
    """
    return judged(form, name, files.content(sha256))[1]
