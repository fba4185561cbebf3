"""Which districts are most alike: the nearest by Euclidean distance of z-scores on stated measures.

As the “statistical nearest neighbours” of local government comparison (CIPFA Nearest Neighbours Model, UK):
like is compared with like, and what “like” means is printed.
"""

import pandas as pd


def distances(measures: pd.DataFrame, code: str) -> pd.Series:
    """Distance of every other district, nearest first: 1 is one standard deviation on one measure.

    Args:
        measures: districts × measures; rows with a gap are left out, equal distances keep the frame's order.

    Raises:
        KeyError: the district has a gap itself, or is not there.
    """
    known = measures.dropna()
    spread = known.std(ddof=0)
    scaled = ((known - known.mean()) / spread.where(spread > 0)).fillna(0.0)
    apart = ((scaled - scaled.loc[code]) ** 2).sum(axis=1) ** 0.5
    return apart.drop(code).sort_values(kind="stable")
