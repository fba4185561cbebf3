"""A field whose year is judged against a plan: jobs, training. Both screens are this one."""

import streamlit as st

from data.headlines import headlines
from pages.content.calendar import too_few
from pages.content.maps import plan_map
from pages.content.plan import plan_finding
from pages.content.plan_dots import plan_dots
from pages.content.split import split_state
from pages.content.state import State
from pages.content.trend_panels import trend_panels
from pages.content.view import View
from pages.content.year_to_date import year_to_date_state
from pages.widgets import address, calendar, choices
from pages.widgets.field_parts import compact_cards, finding, pane, quiet_foot
from pages.widgets.gaps import gaps
from pages.widgets.picture import empty

CARDS = 3
ASPECTS = ("thang", "nhom", "ban_do", "nam")  # of the year, one picture at a time: codes of the address


def show_plan_field(view: View, domain: str) -> None:
    """A sentence, three cards, every district's distance from its plan, and beside it one of four pictures.

    Args:
        domain: its leading indicator has the plan, its other headlines are cards and trends.
    """
    say, total = view.say("screens"), headlines().leading[domain]
    name = view.catalogue.indicators[total].name(view.language)
    shown = (total, *(i.id for i in view.catalogue.of_domain(domain) if i.headline and i.id != total))
    with st.container(key="field"):
        with st.container(key="controls", horizontal=True, vertical_alignment="center"):
            year = choices.year(view, shown)
            selected = choices.districts(view, year)
        if year is None:
            empty(name, say["no_figures"])
            return
        finding(plan_finding(view, total, year))
        abouts = [compact_cards(view, shown, year, most=CARDS)]
        dots = plan_dots(view, total, year, selected)
        left, right = st.columns(2)
        with left.container(key="pane_plan"):
            if dots is None and too_few(view, total, year):
                abouts += calendar.show(view, total, year, fills=True)
            else:
                title, reason = say("bullet_of", name=name, year=year), say("no_district_plan", year=year)
                pane(view, f"ke_hoach_{total}", dots, title, reason, on_pick=choices.pick_area)
        with right.container(key="pane_aspect"):
            aspect = address.segmented(
                "xem",
                ASPECTS,
                ASPECTS[0],
                label=say["aspect"],
                format_func={a: say[f"aspect_{a}"] for a in ASPECTS}.get,
            )
            drawn = _aspect(view, str(aspect), shown, year, selected)
        quiet_foot(view, [*abouts, *(state.about for state in (dots, drawn) if state)])
        gaps(view, domain)


def _aspect(
    view: View, aspect: str, shown: tuple[str, ...], year: int, selected: tuple[str, ...]
) -> State | None:
    """Draws one picture of the year or of all years, of the first selected district or the province."""
    say, total = view.say("screens"), shown[0]
    area = selected[0] if selected else view.areas.province
    place, name = view.places_of(year)[area], view.catalogue.indicators[total].name(view.language)
    if aspect == "nhom":
        state = split_state(view, total, area)
        title, reason = say("split_of", name=name, area=place.inside), say("no_split", name=name)
        pane(view, f"co_cau_{total}", state, title, reason)
    elif aspect == "ban_do":
        drawn = plan_map(view, total, year, selected)
        state = drawn if any(cell.known for cell in drawn.cells) else None
        title, reason = drawn.about.title, say("no_district_plan", year=year)
        pane(view, f"ban_do_{total}", state, title, reason, on_pick=choices.pick_area)
    elif aspect == "nam":
        state = trend_panels(view, shown, area)
        pane(view, f"cac_nam_{total}", state, say("trends_of", area=place.inside), say["no_figures"])
    else:
        state = year_to_date_state(view, total, area, year)
        title = say("ytd_of", name=name, year=year, area=place.inside)
        pane(view, f"luy_ke_{total}", state, title, say("no_months", area=place.full, year=year))
    return state
