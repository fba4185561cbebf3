"""Tasks that conferences decided on, with their state, as the overview lists them."""

from datetime import date
from html import escape

from pages.live.minutes import Minute, tasks
from pages.text.numbers import date as day
from pages.text.words import words

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
    head = "".join(f"<th scope='col'>{escape(say[key])}</th>" for key in ("task", "owner", "state"))
    body = "".join(
        f"<tr><td>{escape(one.text)}</td><td>{escape(one.owner)}</td><td>{escape(task_state(one, language))}</td></tr>"
        for one in known
    )
    return f"<h3 class='d-title'>{escape(say['tasks'])}</h3><table class='d-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
