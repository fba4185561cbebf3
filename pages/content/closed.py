"""That districts or the reporting agency are no more: nobody can hand in what is missing since."""

from datetime import date as Day

from pages.content.view import View
from pages.text.numbers import date


def has_ended(view: View, day: Day | None = None) -> bool:
    """Whether on a day (today) no district of the frame is there any longer."""
    return view.areas.last_day() < (day or view.today)


def agency_ended(view: View, day: Day) -> bool:
    """Whether the reporting agency was no more on a day (`agency_valid_to` of `province.toml`: its last)."""
    return Day.fromisoformat(view.about.get("agency_valid_to", Day.max.isoformat())) < day


def closing_note(view: View, day: Day | None = None) -> str:
    """Until when there were districts and the agency; "" while both are there on a day (today)."""
    say, parts = view.say("screens"), []
    if has_ended(view, day):
        parts.append(say("districts_until", day=date(view.areas.last_day(), view.language)))
    if agency_ended(view, day or view.today):
        agency, last = view.about["agency"][view.language], view.about["agency_valid_to"]
        parts.append(say("agency_until", agency=agency, day=date(last, view.language)))
    return f"{'; '.join(parts)}." if parts else ""
