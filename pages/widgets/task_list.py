"""Tasks that conferences decided on, with their state, as the overview lists them."""

from datetime import date

from data.clock import today as today_here
from pages.content.method_texts import Grid
from pages.live.minutes import Minute, tasks
from pages.text.numbers import date as day
from pages.text.words import words
from pages.web.pieces import grid_html

LISTED = 8


def task_state(minute: Minute, language: str, today: date | None = None) -> str:
    """“đã xong ngày …”, “hạn …”, “quá hạn từ …”."""
    say = words("hoi_nghi", language)
    if minute.done:
        return say("done_on", date=day(minute.done, language))
    if minute.deadline is None:
        return say["open_undated"]
    return say(
        "overdue" if minute.deadline < (today or today_here()) else "open_until",
        date=day(minute.deadline, language),
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
