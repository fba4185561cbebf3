"""The choices that several screens offer: year, indicator, districts; what the default is."""

from pages.content.view import View
from pages.content.years import default_year, year_label, years_of
from pages.widgets import address


def year(view: View, indicators: tuple[str, ...]) -> int | None:
    """A slider over the years with figures; the only year as it is; None where there is none."""
    say = view.say("screens")
    options = years_of(view.edition, indicators)
    if not options:
        return None
    if len(options) == 1:
        return address.chosen("nam", options, options[0])
    return address.slider(
        "nam",
        options,
        default_year(view, options),
        label=say["year"],
        format_func=lambda year: year_label(view, indicators, year),
    )


def indicator(view: View, options: tuple[str, ...], default: str) -> str:
    """A list of indicators by name."""
    say = view.say("screens")
    chosen = address.select(
        "chi_tieu",
        options,
        default,
        label=say["indicator"],
        format_func=lambda i: view.catalogue.indicators[i].name(view.language),
    )
    return str(chosen)


def districts(view: View, year: int | str | None = None) -> tuple[str, ...]:
    """The districts selected, in official order of choice, under the names of the page's year or of today."""
    say = view.say("screens")
    names = view.names(int(year or view.today.year), full=True)
    return tuple(
        address.many(
            "huyen",
            view.areas.districts,
            label=say["districts"],
            format_func=names.get,
            placeholder=say["districts_placeholder"],
        )
    )


def pick_area(code: str) -> None:
    """What a click on a shape or row does: the district is selected everywhere, or no longer."""
    address.toggle_area("huyen", code)


def layout(view: View, offered: list[str]) -> str:
    """Map or tiles, where the province has a tile grid."""
    say = view.say("screens")
    codes = {"map": "ban_do", "tiles": "o_luoi"}
    if len(offered) == 1:
        return offered[0]
    chosen = address.segmented(
        "hinh",
        [codes[o] for o in offered],
        codes[offered[0]],
        label=say["layout"],
        format_func={codes[o]: say[f"layout_{o}"] for o in offered}.get,
    )
    return next(k for k, v in codes.items() if v == chosen)
