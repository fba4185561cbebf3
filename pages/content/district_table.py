"""The table of districts beside a map: value, rank, change, base; illustrative figures marked."""

from functools import lru_cache

from data.absence import absent
from data.queries import district_change, district_values
from pages.content.plain_table import why_empty
from pages.content.table import Column, table_data
from pages.content.view import View
from pages.statistics.ranks import ranks
from pages.text.numbers import number, signed
from pages.text.sentences import rank_end


@lru_cache(maxsize=600)
def district_table(view: View, indicator_id: str, year: int, selected: tuple[str, ...]) -> dict:
    """The data of the sortable table of one indicator in one year.

    Returns:
        As `table.table_data`; official order, rank only where the district has a figure.
    """
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    frame = district_values(view.edition, indicator.id, year, today=view.today)
    change = district_change(view.edition, indicator.id, year).set_index("area")
    frame["rank"] = ranks(frame["value"], indicator.polarity, indicator.decimals)
    frame["change"] = frame["area"].map(change["points"] if indicator.is_rate else change["percent"])
    frame["change_mark"] = frame["area"].map(change["status"]).eq("illustrative") & frame["status"].ne(
        "illustrative"
    )
    frame["count_mark"] = (
        view.rehearsal & ~frame["derived"] & frame["status"].ne("illustrative")
    )  # a stored rate says nothing of its counts
    names = view.names()
    unit = view.catalogue.unit(indicator, view.language)
    decimals = indicator.decimals

    def figure(key: str, digits: int, mark: str = ""):
        return lambda row: (
            number(row[key], digits, view.language) + (" ◇" if mark and row[mark] else "")
            if not absent(row[key])
            else "–"
        )

    columns = [
        Column(say["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(f"{say['column_value']} ({unit})", lambda r: _value(view, r, decimals), lambda r: r["value"]),
        Column(say["column_rank"], figure("rank", 0), lambda r: -r["rank"]),
        Column(
            say["column_points"] if indicator.is_rate else say["column_percent"],
            lambda r: (
                signed(r["change"], decimals if indicator.is_rate else 1, view.language)
                + (" ◇" if r["change_mark"] else "")
                if not absent(r["change"])
                else "–"
            ),
            lambda r: r["change"],
        ),
    ]
    if indicator.is_rate and frame["numerator"].notna().any():
        columns += [
            Column(say["column_count"], figure("numerator", 0, "count_mark"), lambda r: r["numerator"]),
            Column(say["column_base"], figure("denominator", 0, "count_mark"), lambda r: r["denominator"]),
        ]
    notes = [
        rank_end(indicator, view.language),
        say["rank_note"],
        *(
            [say["mark_note"]]
            if (frame["status"].eq("illustrative") | frame["change_mark"] | frame["count_mark"]).any()
            else []
        ),
        *([say["unstable_note"]] if frame["unstable"].any() else []),
    ]
    return table_data(
        frame,
        columns,
        caption=" ".join(notes),
        sort=say["district_table"],
        language=view.language,
        selected=list(selected),
    )


def _value(view: View, row: dict, decimals: int) -> str:
    if absent(row["value"]):
        return why_empty(view, row)
    return (
        number(row["value"], decimals, view.language)
        + (" *" if row["unstable"] else "")
        + (" ◇" if row["status"] == "illustrative" else "")
    )
