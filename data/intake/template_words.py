"""The words on a template, from `template.toml`."""

from functools import cache
from pathlib import Path

from data.toml_files import Strict, read_as

FILE = Path(__file__).with_name("template.toml")


class Columns(Strict):
    """Headings; the fields are the columns of `template_form.COLUMNS`."""

    indicator: str
    area: str
    unit: str
    before: str
    before_period: str
    plan: str
    estimate: str
    actual: str
    note: str


class Comment(Strict):
    """Lines of the comment on an indicator's name."""

    definition: str
    unit: str
    basis: str
    deadline: str


class Entry(Strict):
    """What a cell takes, by type, and the title of the message where something else is typed."""

    count: str
    rate: str
    amount: str
    points: str
    wrong: str
    published: str


class TemplateWords(Strict):
    """All of `template.toml`."""

    sheet: str
    title: str
    subject: str
    period_year: str
    period_month: str
    unit_one: str
    unit_many: str
    deadline: str
    deadlines: str
    source: str
    published: str
    help: str
    districts_sum: str
    footer: str
    columns: Columns
    comment: Comment
    entry: Entry


@cache
def template_words() -> TemplateWords:
    """The declared words.

    Raises:
        FaultsFound: an unknown or missing key; whoever edits the file mends it.
    """
    return read_as(TemplateWords, FILE.read_text(encoding="utf-8"), FILE.name)
