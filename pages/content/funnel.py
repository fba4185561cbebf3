"""Which rates differ from the province's by more than chance, given the number of cases behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import Indicator
from pages.content.about import about
from pages.content.compared import LEAST, compared, of_districts
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.statistics.funnel import verdict
from pages.text import sentences
from pages.text.numbers import percent


@dataclass(frozen=True, eq=False)
class Funnel(State):
    """Rates against their denominators.

    frame: area | value (per cent) | denominator, without gaps. verdicts: of each area, as `statistics.funnel`
    says. target: the province's rate in per cent, Σ numerator ÷ Σ denominator.
    places: names by code. selected: codes to highlight.
    """

    indicator: Indicator
    places: Mapping[str, Place]
    target: float
    verdicts: Mapping[str, str]
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def funnel_state(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Funnel | None:
    """Rates against their denominators; None where the denominators are not known."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    frame = of_districts(compared(view, (indicator_id,), year), indicator_id)
    frame = frame[frame["value"].notna() & (frame["denominator"] > 0) & frame["numerator"].notna()]
    if len(frame) < LEAST:
        return None
    target = 100 * float(frame["numerator"].sum() / frame["denominator"].sum())
    drawn = frame[frame["area"].isin(only)] if only else frame
    names = view.names(year)
    verdicts = {
        r["area"]: verdict(r["value"] / 100, target / 100, r["denominator"]) for r in drawn.to_dict("records")
    }
    sides = {
        side: ", ".join(names[a] for a, v in verdicts.items() if v == side) or say["nobody"]
        for side in ("high", "low")
    }
    name = indicator.name(view.language)
    base = (
        sentences.within(view.catalogue.indicators[indicator.denominator].name(view.language))
        if indicator.denominator
        else ""
    )
    heading = about(
        view,
        drawn,
        year=year,
        title=say("funnel_title", name=name, base=base, year=year),
        subtitle=say("funnel_subtitle", value=percent(target, indicator.decimals, view.language)),
        finding=say(
            "funnel_finding",
            name=name,
            year=year,
            inside=sum(v == "inside" for v in verdicts.values()),
            **sides,
        ),
    )
    return Funnel(
        heading,
        drawn,
        view.catalogue,
        view.language,
        indicator,
        view.places_of(year),
        target,
        verdicts,
        selected,
    )
