"""Tasks that conferences decided on, with their state, as the overview lists them."""

from datetime import date

from pages.content.method_texts import Grid
from pages.live.minutes import Minute, tasks
from pages.text.numbers import date as day
from pages.text.words import words
from pages.web.pieces import grid_html

LISTED = 8


def task_state(one: Minute, language: str, today: date | None = None) -> str:
    """“đã xong ngày …”, “hạn …”, “quá hạn từ …”."""
    say = words("hoi_nghi", language)
    if one.done:
        return say("done_on", date=day(one.done, language))
    if one.deadline is None:
        return say["open_undated"]
    return say(
        "overdue" if one.deadline < (today or date.today()) else "open_until",
        date=day(one.deadline, language),
    )


def tasks_html(language: str) -> str:
    """The most urgent tasks as a table; empty text where there is none."""
    known = tasks()[:LISTED]
    if not known:
        return ""
    say = words("hoi_nghi", language)
    heads = tuple(say[key] for key in ("task", "owner", "state"))
    rows = tuple((task.text, task.owner, task_state(task, language)) for task in known)
    return grid_html(Grid(heads, rows, say["tasks"]))
