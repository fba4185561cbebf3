"""The state of a picture: what it says, with no knowledge of axes, colours or pixels.

A state is built once from queries and rendered by every surface: page, slide, public screen, deck,
document, workbook. Renderers ask the store for nothing.
"""

from dataclasses import dataclass

import pandas as pd

from data.catalogue import Catalogue
from pages.content.about import About


@dataclass(frozen=True, eq=False)
class State:
    """What all pictures say.

    about: heading, finding, sources, mark. frame: the rows shown, for tables and files.
    catalogue: names, units, standards of what is shown. language: “vi” or “en”.
    """

    about: About
    frame: pd.DataFrame
    catalogue: Catalogue
    language: str
