"""The body of the yearly report: parts, sections and sentences in order, not yet laid out."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.absence import absent
from data.catalogue import Indicator
from data.headlines import headlines
from pages.content.agenda import agenda_file, read_agenda
from pages.content.slides import written, year_of
from pages.content.view import View
from pages.documents.report_data import Figures, figures_of
from pages.documents.report_limits import limits
from pages.text import report
from pages.text.facts import fact
from pages.text.mark import marked
from pages.text.review import review, statuses_of
from pages.text.sentences import amount


@dataclass(frozen=True)
class Block:
    """A heading of level 1 or 2, or (0) a paragraph."""

    level: int
    text: str


def body(view: View, year: int, annexes: Mapping[str, str]) -> list[Block]:
    """The four parts of the report.

    Args:
        annexes: key → number of those that the report has (`report.annexes_of`).

    Raises:
        FaultsFound: the agenda, whose points are the tasks, cannot be read.
    """
    found, say = figures_of(view, year), view.say("bao_cao")
    parts = (
        ("part_targets", _targets(view, found)),
        ("part_fields", _fields(view, found)),
        ("part_limits", _limits(view, found, annexes.get("gaps", ""))),
        ("part_tasks", _tasks(view, year)),
    )
    return [
        block
        for key, blocks in parts
        for block in (Block(1, say(key, year=year, next_year=year + 1)), *blocks)
    ]


def _targets(view: View, found: Figures) -> list[Block]:
    say, language = view.say("bao_cao"), view.language
    rows = found.province[found.province.index.isin(headlines().overview.cards)]
    paragraph = marked(review(rows, found.year, view.catalogue, language), statuses_of(rows), language)
    if not found.targets:
        return [Block(0, paragraph), Block(0, say("no_targets", year=found.year))]
    items = [Block(0, say("item", text=_target(view, found, key))) for key in found.targets]
    return [Block(0, paragraph), *items, *_counted(view, found)]


def _target(view: View, found: Figures, key: str) -> str:
    """A target with its figure; one without a figure with its plan."""
    row, indicator = found.province.loc[key].to_dict(), view.catalogue.indicators[key]
    if not absent(row["value"]) or row["protected"]:
        return fact(row, indicator, view.catalogue, view.language)
    plan = found.plans.loc[key].to_dict()
    text = view.say("bao_cao")(
        "target_no_figure",
        name=indicator.name(view.language),
        plan=amount(plan["plan"], indicator, view.catalogue, view.language),
        year=found.year,
    )
    return marked(text, [plan["plan_status"]], view.language)


def _counted(view: View, found: Figures) -> list[Block]:
    """How many plans of the province were reached, missed, not to be judged; nothing where there is none."""
    outcomes = found.outcomes
    if outcomes.empty:
        return []
    reached, missed = (int(outcomes.eq(outcome).sum()) for outcome in ("reached", "missed"))
    every = outcomes.iloc[0] if outcomes.nunique() == 1 else ""
    key = "targets_counted" if not every else f"target_{every}" if len(outcomes) == 1 else f"targets_{every}"
    sentence = view.say("bao_cao")(
        key,
        year=found.year,
        all=len(outcomes),
        reached=reached,
        missed=missed,
        open=len(outcomes) - reached - missed,
    )
    return [Block(0, marked(sentence, report.all_share_statuses(found.plans), view.language))]


def _fields(view: View, found: Figures) -> list[Block]:
    """Each field of work with figures as a numbered section."""
    say, blocks, n = view.say("bao_cao"), [], 0
    for domain in view.catalogue.domains.values():
        indicators = [i for i in found.indicators if i.domain == domain.id]
        paragraphs = [p for p in _paragraphs(view, found, indicators) if p]
        if paragraphs:
            n += 1
            heading = Block(2, say("section", n=n, name=domain.name(view.language)))
            blocks += [heading, *(Block(0, p) for p in paragraphs)]
    return blocks or [Block(0, say("no_fields", year=found.year))]


def _paragraphs(view: View, found: Figures, indicators: list[Indicator]) -> list[str]:
    """The field's figures in one paragraph, breaks of standards, and its main indicators by district."""
    known = [i for i in indicators if found.known(i)]
    facts = " ".join(_fact(view, found, i) for i in known if i.id not in found.targets)
    breaks = [
        report.broken(found.province.loc[i.id].to_dict(), i, view.catalogue, found.year, view.language)
        for i in known
    ]
    with_districts = [i for i in indicators if found.of_districts(i)["value"].notna().sum() > 1]
    main = [i for i in with_districts if i.id in found.targets] or with_districts[:1]
    return [facts, *breaks, *(_by_district(view, found, i) for i in main)]


def _by_district(view: View, found: Figures, indicator: Indicator) -> str:
    """Where an indicator is highest and lowest, and who reached the plan."""
    rows, catalogue, names, language = (
        found.of_districts(indicator),
        view.catalogue,
        found.within,
        view.language,
    )
    spread = report.spread(rows, indicator, catalogue, names, language)
    return " ".join(filter(None, (spread, report.fulfilment(rows, indicator, catalogue, names, language))))


def _limits(view: View, found: Figures, annex: str) -> list[Block]:
    say = view.say("bao_cao")
    sentences = limits(view, found, annex)
    return [Block(0, say("item", text=text)) for text in sentences] or [Block(0, say["limits_none"])]


def _tasks(view: View, year: int) -> list[Block]:
    """The agenda's points under titles that speak of {next_year}.

    Room for the agency's own where the agenda is of another year.
    """
    say, blocks = view.say("bao_cao"), []
    agenda = read_agenda(agenda_file(), view.catalogue)
    for slide in agenda.slides:
        if (
            slide.kind == "text"
            and "{next_year}" in slide.title.vi
            and year_of(view, slide, agenda.year) == year
        ):
            n = 1 + sum(b.level == 2 for b in blocks)
            title = written(view, slide.title, year)
            field = (
                title.partition(": ")[2] or title
            )  # the part's own heading says “tasks of the year” already
            blocks += [
                Block(2, say("section", n=n, name=field[:1].upper() + field[1:])),
                *(Block(0, say("item", text=written(view, p, year).rstrip(".") + ".")) for p in slide.points),
            ]
    return blocks or [Block(0, say("tasks_missing", next_year=year + 1))]


def _fact(view: View, found: Figures, indicator) -> str:
    return fact(found.province.loc[indicator.id], indicator, view.catalogue, view.language)
