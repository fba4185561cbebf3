"""Who the poor are and what they lack: groups never larger than the group they belong to."""

from datetime import date

import numpy as np

from data.rehearsal.roles import roles
from data.rehearsal.work import Bounds, Work, path


def add_minorities(
    work: Work,
    model: dict,
    day: tuple[date, date],
    n: int,
    households: np.ndarray,
    poor: np.ndarray,
    near: np.ndarray,
) -> None:
    """Minority and Khmer households, and the poor and near-poor among them.

    model: minority (district → % of households) | khmer (district → share of minority households, 0–1) |
        minority_path, minority_poor_path, minority_near_path, khmer_path, khmer_poor_path (the province's
        figure a year) | more_often (how many times more often than others a minority household is poor).
    """
    ids = roles()
    share, khmer_share, often = (
        work.profile(model["minority"]) / 100,
        work.profile(model.get("khmer", {}), 0.85),
        model["more_often"],
    )
    among = often * share / (1 + (often - 1) * share)  # their part of the poor, by how often they are poor
    minority = work.share_out(
        ids["minority"], day, model["minority_path"][n], households * share, bounds=Bounds(upper=households)
    )
    khmer = work.share_out(
        ids["khmer"], day, model["khmer_path"][n], minority * khmer_share, bounds=Bounds(upper=minority)
    )
    known = [work.rows.held(ids["khmer_poor"], d, *day) or 0 for d in work.districts]
    poor_minority = work.share_out(
        ids["minority_poor"],
        day,
        model["minority_poor_path"][n],
        poor * among,
        bounds=Bounds(lower=known, upper=np.minimum(poor, minority)),
    )
    work.share_out(
        ids["khmer_poor"],
        day,
        model["khmer_poor_path"][n],
        poor_minority,
        bounds=Bounds(upper=np.minimum(poor_minority, khmer)),
    )
    work.share_out(
        ids["minority_near_poor"],
        day,
        model["minority_near_path"][n],
        near * among,
        bounds=Bounds(upper=np.minimum(near, minority - poor_minority)),
    )


def add_lacks(work: Work, model: dict, day: tuple[date, date], n: int, poor: np.ndarray) -> None:
    """Poor by income, poor by deprivation (together all poor), and what poor households lack (dimensions
    overlap).

    model: income_share (share of the poor, 0–1) | lacks (indicator → share of the poor, a figure or one a
    year).
    """

    def uneven(name: str) -> np.ndarray:
        return work.chance(f"lacks/{name}").lognormal(0, 0.15, len(work.districts))

    ids, whole = roles(), int(poor.sum())
    lacking = work.rows.held(ids["poor_by_lacks"], work.province, *day)
    by_income = work.rows.held(ids["poor_by_income"], work.province, *day)
    if lacking is None:
        lacking = whole - (
            round(whole * path(model["income_share"], n)) if by_income is None else int(by_income)
        )
    by_lack = work.share_out(
        ids["poor_by_lacks"], day, lacking, poor * uneven("all"), bounds=Bounds(upper=poor)
    )
    work.share_out(
        ids["poor_by_income"],
        day,
        whole - int(by_lack.sum()),
        poor,
        bounds=Bounds(lower=poor - by_lack, upper=poor - by_lack),
    )
    for indicator, part in model["lacks"].items():
        work.share_out(
            indicator, day, round(whole * path(part, n)), poor * uneven(indicator), bounds=Bounds(upper=poor)
        )
