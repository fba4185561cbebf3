"""That districts or the reporting agency are no more: nobody can hand in what is missing since."""

from datetime import date as Day

from pages.content.view import View
from pages.text.numbers import date


def has_ended(view: View) -> bool:
    """Whether today no district of the frame is there any longer."""
    return view.areas.last_day() < view.today


def closing_note(view: View) -> str:
    """Until when there were districts and the agency, as a sentence; "" while both are there.

    The agency's last day is `agency_valid_to` of `province.toml`.
    """
    say, parts = view.say("screens"), []
    if has_ended(view):
        parts.append(say("districts_until", day=date(view.areas.last_day(), view.language)))
    last = Day.fromisoformat(view.about.get("agency_valid_to", Day.max.isoformat()))
    if last < view.today:
        agency = view.about["agency"][view.language]
        parts.append(say("agency_until", agency=agency, day=date(last, view.language)))
    return f"{'; '.join(parts)}." if parts else ""
