"""The table of sources on the page of sources and methods."""

import pandas as pd

from pages.content.method_texts import Grid, Link
from pages.content.view import View
from pages.text.numbers import date


def sources_table(view: View, rows: pd.DataFrame) -> Grid:
    """Sources in use with grade and address; working notes, which are in English, on English pages only."""
    say = view.say("nguon")
    noted = view.language == "en"
    body = [
        [
            r["source"],
            f"{r['title']}\n{r['note']}".strip() if noted else r["title"],
            say[f"grade_{r['grade']}"] if r["grade"] else "",
            _link(r["address"]),
            date(r["published"], view.language) if len(r["published"]) == 10 else r["published"],
            str(r["rows"]),
        ]
        for r in rows.to_dict("records")
    ]
    heads = tuple(say[column] for column in ("code", "source", "grade", "address", "published", "rows"))
    return Grid(heads, tuple(map(tuple, body)))


def _link(address: str) -> str | Link:
    return Link(address) if address.startswith(("http://", "https://")) else address
