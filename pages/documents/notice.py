"""The conclusions of a conference as a Word file: “Thông báo kết luận”, as Nghị định 30/2020/NĐ-CP asks."""

from data.clock import local
from pages.content.view import View
from pages.documents.official import Paper
from pages.documents.word_table import Table
from pages.live.minutes import Minute
from pages.text.numbers import date


def minutes_bytes(view: View, title: str, items: list[Minute]) -> bytes:
    """The notice: numbered conclusions with owner and deadline; an annex lists the tasks as they stand today.

    Args:
        title: the conference's name.
        items: as `minutes.of` returns them.

    Raises:
        FaultsFound: the province's template cannot be used.
    """
    say, language = view.say("bao_cao"), view.language
    abstract = say("minutes_abstract", title=title)
    paper = Paper(view, f"{say['minutes']}: {abstract}")
    agency = paper.agency
    paper.head("TB")
    paper.title(say["minutes"], abstract)
    if items:
        day = local(items[0].written).date()
        paper.paragraph(say("minutes_opening", agency=agency, title=title, date=date(day, language)))
    else:
        paper.paragraph(say("minutes_opening_undated", agency=agency, title=title))
        paper.paragraph(say["minutes_none"])
    for n, item in enumerate(items, start=1):
        first, *more = [line for line in item.text.splitlines() if line.strip()]
        paper.paragraph(say("section", n=n, name=first))
        for line in more:
            paper.paragraph(line)
        if item.is_task:
            paper.paragraph(_order(item, say, language))
    paper.paragraph(say("end", text=say("minutes_closing", agency=agency)))
    paper.signature()
    if tasks := [(n, item) for n, item in enumerate(items, start=1) if item.is_task]:
        paper.annex(
            say["annex"],
            say["minutes_annex"],
            say("minutes_reference", symbol=paper.issuer.symbol, agency=agency, issued=view.today.year),
        )
        rows = [
            [
                str(n),
                item.text,
                item.owner,
                date(item.deadline, language) if item.deadline else "",
                _state(item, view, say),
            ]
            for n, item in tasks
        ]
        head = [say[k] for k in ("task_n", "task_text", "task_owner", "task_deadline", "task_state")]
        paper.table(Table(head, rows, [12, paper.width - 12 - 38 - 25 - 28, 38, 25, 28], left=5))
    return paper.data()


def _order(item: Minute, say, language: str) -> str:
    key = "minutes_" + "_".join(
        part for part, given in (("who", item.owner), ("when", item.deadline)) if given
    )
    return say(key, owner=item.owner, deadline=date(item.deadline, language))


def _state(item: Minute, view: View, say) -> str:
    if item.done:
        return say("task_done", date=date(item.done, view.language))
    return say["task_late" if item.deadline and item.deadline < view.today else "task_open"]
