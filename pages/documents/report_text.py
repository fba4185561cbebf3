"""The body of the yearly report: parts, sections and sentences in order, not yet laid out."""

from dataclasses import dataclass

from data.headlines import headlines
from data.status import Status, rests_on
from pages.content.agenda import agenda_file, read_agenda
from pages.content.slides import written, year_of
from pages.content.view import View
from pages.documents.report_data import Figures, figures_of
from pages.text import report, sentences
from pages.text.facts import fact
from pages.text.mark import marked
from pages.text.numbers import period
from pages.text.plans import plan_note
from pages.text.review import review, statuses_of
from pages.text.spans import partial


@dataclass(frozen=True)
class Block:
    """A heading of level 1 or 2, or (0) a paragraph."""

    level: int
    text: str


def body(view: View, year: int) -> list[Block]:
    """The four parts of the report.

    Raises:
        FaultsFound: the agenda, whose points are the tasks, cannot be read.
    """
    found, say = figures_of(view, year), view.say("bao_cao")
    parts = (
        ("part_targets", _targets(view, found)),
        ("part_fields", _fields(view, found)),
        ("part_limits", _limits(view, found)),
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
    blocks = [
        Block(0, paragraph),
        *(Block(0, say("item", text=_fact(view, found, i))) for i in found.targets),
    ]
    judged = found.judged
    if len(judged):
        reached = int(judged["plan_met"].eq(True).sum())
        few = "target_reached" if reached == 1 else "targets_all"
        key = few if reached == len(judged) else "targets_reached"
        sentence = say(key, judged=len(judged), reached=reached, year=found.year)
        blocks.append(
            Block(
                0,
                marked(
                    sentence,
                    report.all_share_statuses(judged),
                    language,
                ),
            )
        )
    return blocks


def _fields(view: View, found: Figures) -> list[Block]:
    say, language, targets = view.say("bao_cao"), view.language, found.targets
    blocks, n = [], 0
    for domain in view.catalogue.domains.values():
        indicators = [i for i in found.indicators if i.domain == domain.id]
        paragraphs = [
            " ".join(_fact(view, found, i) for i in indicators if found.known(i) and i not in targets)
        ]
        paragraphs += [
            report.broken(found.province.loc[i.id], i, view.catalogue, found.year, language)
            for i in indicators
            if found.known(i)
        ]
        with_districts = [i for i in indicators if found.of_districts(i)["value"].notna().sum() > 1]
        main = [i for i in with_districts if i in targets] or with_districts[:1]
        for indicator in main:
            rows = found.of_districts(indicator)
            reached = report.fulfilment(rows, indicator, view.catalogue, found.within, language)
            paragraphs.append(
                " ".join(
                    p
                    for p in (report.spread(rows, indicator, view.catalogue, found.within, language), reached)
                    if p
                )
            )
        if any(paragraphs):
            n += 1
            blocks += [
                Block(2, say("section", n=n, name=domain.name(language))),
                *(Block(0, p) for p in paragraphs if p),
            ]
    return blocks or [Block(0, say("no_fields", year=found.year))]


def _limits(view: View, found: Figures) -> list[Block]:
    """What was not reached, what is missing or partial, what does not agree, what is illustrative."""
    say, language, year = view.say("bao_cao"), view.language, found.year
    name = {i.id: sentences.within(i.name(language)) for i in found.indicators}
    limits: dict[str, list[str]] = {}

    def note(key: str, text: str) -> None:
        limits.setdefault(key, []).append(text)

    for key, row in found.judged[found.judged["plan_met"].eq(False)].iterrows():
        note(
            "limit_plan",
            say(
                "named_share",
                name=name[key],
                share=marked(
                    plan_note(row, view.catalogue.indicators[key], view.catalogue, language),
                    rests_on(row, "plan_share"),
                    language,
                ),
            ),
        )
    for indicator in found.indicators:
        rows, whole = found.of_districts(indicator), found.province.loc[indicator.id]
        missed = rows[rows["plan_met"].eq(False)]
        if len(missed):
            note(
                "limit_districts",
                marked(
                    say("named_count", name=name[indicator.id], count=len(missed)),
                    report.all_share_statuses(missed),
                    language,
                ),
            )
        if not found.known(indicator):
            note("limit_protected" if whole["protected"] else "limit_gaps", name[indicator.id])
        elif partial(whole.to_dict()):
            note(
                "limit_part",
                say(
                    "named_period",
                    name=name[indicator.id],
                    period=period(whole["period_start"], whole["period_end"], language),
                ),
            )
        without = rows[rows["state"].isin(("no_data", "not_due"))]
        if len(without) == len(rows) and found.known(indicator):
            note("limit_no_districts", name[indicator.id])
        elif 0 < len(without) < len(rows):
            note(
                "limit_some_districts",
                say(
                    "named_areas",
                    name=name[indicator.id],
                    areas=", ".join(found.within[a] for a in without["area"]),
                ),
            )
    if not any(rows["value"].notna().any() for rows in map(found.of_districts, found.indicators)):
        limits["limit_no_districts_at_all"] = limits.pop("limit_no_districts", [])
    order = (
        "limit_plan",
        "limit_districts",
        "limit_gaps",
        "limit_part",
        "limit_no_districts",
        "limit_no_districts_at_all",
        "limit_some_districts",
        "limit_protected",
    )
    blocks = [
        Block(0, say("item", text=say(key, names="; ".join(limits[key]), year=year)))
        for key in order
        if key in limits
    ]
    for row in found.differing.itertuples():
        indicator = view.catalogue.indicators[row.indicator]
        blocks.append(
            Block(
                0,
                say(
                    "item",
                    text=say(
                        "limit_difference",
                        name=indicator.name(language),
                        province=sentences.amount(row.province, indicator, view.catalogue, language),
                        districts=sentences.amount(row.districts, indicator, view.catalogue, language),
                    ),
                ),
            )
        )
    known = found.province[found.province["value"].notna()]
    if view.rehearsal and len(known):
        blocks.append(
            Block(
                0,
                say(
                    "item",
                    text=say(
                        "limit_illustrative",
                        count=int(known["status"].eq(Status.ILLUSTRATIVE).sum()),
                        all=len(known),
                    ),
                ),
            )
        )
    return blocks or [Block(0, say["limit_none"])]


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
