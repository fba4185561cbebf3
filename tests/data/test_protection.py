"""Small counts are kept from the public, and from everyone who subtracts."""

import inspect
import json
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import audience, queries, serving
from data.__main__ import main
from data.catalogue_files import read_catalogue
from data.editions import editions, forget, newest
from data.errors import SettingError, UnknownEdition
from data.protection.cells import figures
from data.protection.releases import Releases
from data.protection.rules import rules
from data.publish import build, publish
from tests.data import disclosure
from tests.made_up import DISTRICTS, HEADER, PROVINCE, flow, row, stock, write


@pytest.fixture
def built(made_up, tmp_path, monkeypatch):
    """Builds the made-up province from the lines given; returns the edition."""

    def make(*lines: str) -> int:
        monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "bang", table=HEADER + "".join(lines))))
        return build().id

    return make


def seen(edition: int, **wanted) -> pd.DataFrame:
    """What the open interface tells the public."""
    with audience.seen_by("public"):
        return queries.observations(edition, limit=10**6, **wanted)


def hidden(edition: int, indicator: str, **wanted) -> list:
    """Areas (with years where there are several) of an indicator's protected figures."""
    rows = seen(edition, indicators=[indicator], **wanted)
    assert (rows["value"].isna() == rows["protected"]).all()
    kept = rows[rows["protected"]]
    return (
        sorted(kept["area"])
        if rows["period_end"].nunique() == 1
        else sorted(zip(kept["area"], kept["period_end"].dt.year))
    )


def whole(indicator: str, year: int, counts: tuple[int, ...], make=stock) -> str:
    """An indicator of all districts."""
    return "".join(make(indicator, area, year, count) for area, count in zip(DISTRICTS, counts))


def test_thresholds_zero_courses_and_plans(built):
    edition = built(
        *(stock("so_ho_ngheo", area, 2017, value) for area, value in zip(DISTRICTS[:3], (4, 5, 0))),
        *(stock("so_ho_ngheo_khmer", area, 2017, value) for area, value in zip(DISTRICTS[:3], (9, 10, 1))),
        flow("lop_day_nghe", "Z1", 2017, 3),
        flow("giai_quyet_viec_lam", "Z1", 2017, 3, kind="plan"),
        flow("giai_quyet_viec_lam", "Z2", 2017, 3, kind="estimate"),
    )

    assert hidden(edition, "so_ho_ngheo") == ["Z1"] and hidden(edition, "so_ho_ngheo_khmer") == ["Z1", "Z3"]
    assert hidden(edition, "lop_day_nghe") == [] and hidden(edition, "giai_quyet_viec_lam") == ["Z2"]
    assert seen(edition, indicators=["so_ho_ngheo"], areas=["Z3"])["value"].tolist() == [0]


@pytest.mark.parametrize(
    "indicator, small, enough",
    [
        ("nha_tam_da_xoa", 4, 5),
        ("so_vu_tai_nan_lao_dong", 1, 5),
        ("so_nguoi_chet_tai_nan_lao_dong", 4, 5),
        ("so_vu_tranh_chap_lao_dong", 2, 5),
        ("nha_tinh_nghia", 9, 10),
        ("xe_dap_tang_tre_em", 5, 10),
        ("hai_cot_liet_si_quy_tap_an_tang", 5, 10),
    ],
)
def test_houses_and_cases_of_few_are_protected_like_persons(built, indicator, small, enough):
    edition = built(flow(indicator, "Z1", 2017, small), flow(indicator, "Z2", 2017, enough))

    assert hidden(edition, indicator) == ["Z1"]


def test_what_counts_neither_persons_nor_their_affairs_is_named_here():
    """A new unit has to be decided upon."""
    units = read_catalogue().units
    money = {"ty_dong", "trieu_dong", "trieu_dong_nguoi_nam"}
    measures = {"phan_tram", "diem_phan_tram", "km2"}
    events = {"phien", "cuoc", "lop", "du_an", "mo_hinh", "tap_the", "co_so", "don_vi"}

    rates = {name for name in units if "_1000_" in name}  # their numerators are protected

    assert {name for name, unit in units.items() if not unit.persons} == money | measures | events | rates


def test_months_that_only_add_bound_what_is_hidden():
    """The intruder's own arithmetic: x + y = 13 with y at least the 9 of the month before."""
    true = pd.DataFrame(
        {
            "indicator": "giai_quyet_viec_lam",
            "area": ["A", "A", "B"],
            "period_start": pd.Timestamp(2017, 1, 1),
            "period_end": pd.to_datetime(["2017-01-31", "2017-02-28", "2017-02-28"]),
            "kind": "actual",
            "standard": "",
            "value": [9.0, 10.0, 3.0],
        }
    )
    equations = [{1: Fraction(1), 2: Fraction(1)}]

    assert disclosure.largest(equations, {1, 2}, true, {1, 2}, [2], [])[2] == 12
    pairs = disclosure.rising(true)
    assert pairs == [(0, 1)] and disclosure.largest(equations, {1, 2}, true, {1, 2}, [2], pairs)[2] == 4


def test_what_two_months_have_in_common_gives_no_small_count_back(built):
    """January's 11 stand in February's 13 again: were only Z1–Z3 hidden, Z2 could be no more than 2."""
    months = {"01-31": (8, 0, 3, 0), "02-28": (8, 2, 3, 0)}
    edition = built(
        *(
            flow("giai_quyet_viec_lam", area, 2017, v, until)
            for until, values in months.items()
            for area, v in zip(DISTRICTS, values)
        )
    )
    assert told_across([edition]) == (set(), [])


def test_the_sum_of_districts_gives_nothing_back_and_stays(built):
    edition = built(whole("so_ho_ngheo", 2017, (60, 20, 0, 4)))

    assert hidden(edition, "so_ho_ngheo") == ["Z2", "Z4"]  # the smallest other one; zero is shown
    assert seen(edition, areas=[PROVINCE])["value"].tolist() == [84]


def test_two_small_counts_do_not_cover_each_other_where_their_sum_is_small(built):
    assert hidden(built(whole("so_ho_ngheo", 2017, (1, 2, 40, 50))), "so_ho_ngheo") == ["Z1", "Z2", "Z3"]


def test_where_nothing_else_is_left_the_province_is_protected(built):
    assert hidden(built(whole("so_ho_ngheo", 2017, (3, 2, 0, 0))), "so_ho_ngheo") == [PROVINCE, "Z1", "Z2"]


def test_the_parts_of_a_total_give_nothing_back(built):
    edition = built(
        *(
            flow(i, "Z1", 2017, v)
            for i, v in (
                ("giai_quyet_viec_lam", 73),
                ("viec_lam_trong_tinh", 50),
                ("viec_lam_ngoai_tinh", 20),
                ("viec_lam_nuoc_ngoai", 3),
            )
        )
    )
    kept = seen(edition).set_index("indicator")["protected"]

    assert kept.to_dict() == {
        "giai_quyet_viec_lam": False,
        "viec_lam_trong_tinh": False,
        "viec_lam_ngoai_tinh": True,
        "viec_lam_nuoc_ngoai": True,
    }


def test_the_balance_of_a_year_gives_nothing_back(built):
    edition = built(
        stock("so_ho_ngheo", "Z1", 2016, 20),
        stock("so_ho_ngheo", "Z1", 2017, 3),
        flow("so_ho_thoat_ngheo", "Z1", 2017, 17),
        flow("so_ho_tai_ngheo", "Z1", 2017, 0),
        flow("so_ho_ngheo_phat_sinh", "Z1", 2017, 0),
    )

    assert hidden(edition, "so_ho_ngheo") == [("Z1", 2017)] and hidden(edition, "so_ho_thoat_ngheo") == ["Z1"]


def test_a_rate_goes_with_its_count(built):
    edition = built(
        whole("so_ho_ngheo", 2017, (60, 20, 0, 4)), whole("tong_so_ho", 2017, (1000, 500, 250, 50))
    )

    assert hidden(edition, "ty_le_ho_ngheo") == ["Z2", "Z4"] and hidden(edition, "tong_so_ho") == []


@pytest.mark.parametrize("base", ["tong_so_ho", "so_ho"])
def test_a_rate_alone_that_tells_a_small_count_is_protected(built, base):
    edition = built(
        stock("ty_le_ho_ngheo", "Z1", 2017, 0.3),
        stock("ty_le_ho_ngheo", "Z2", 2017, 0.6),
        stock("ty_le_ho_ngheo", "Z3", 2017, 0),
        *(stock(base, area, 2015, 1000) for area in DISTRICTS),
    )

    assert hidden(edition, "ty_le_ho_ngheo") == ["Z1"]


def test_rates_without_counts_add_up_too(built):
    edition = built(
        whole("ty_le_ho_ngheo", 2017, (0.3, 2, 3, 4)),
        stock("ty_le_ho_ngheo", PROVINCE, 2017, 2.325),
        whole("tong_so_ho", 2017, (1000,) * 4),
    )

    assert hidden(edition, "ty_le_ho_ngheo") == ["Z1", "Z2"]


def test_an_estimate_of_the_rate_of_a_small_count_is_protected_though_its_base_is_unknown(built):
    edition = built(
        stock("so_ho_ngheo", "Z1", 2017, 1),
        row("ty_le_ho_ngheo", "Z1", "2017-12-31", "2017-12-31", 0.02, "estimate"),
    )

    assert hidden(edition, "ty_le_ho_ngheo") == ["Z1"]


def test_the_fall_of_a_rate_gives_nothing_back(built):
    edition = built(
        *(
            stock("so_ho_ngheo", "Z1", y, v) + stock("tong_so_ho", "Z1", y, 1000)
            for y, v in ((2016, 20), (2017, 3))
        ),
        flow("muc_giam_ty_le_ho_ngheo", "Z1", 2017, 1.7),
    )

    assert hidden(edition, "muc_giam_ty_le_ho_ngheo") == ["Z1"] and hidden(edition, "so_ho_ngheo") == [
        ("Z1", 2017)
    ]


def test_people_are_protected_with_their_households(built):
    edition = built(stock("so_ho_ngheo", "Z1", 2017, 3), stock("so_nguoi_ngheo", "Z1", 2017, 11))

    assert hidden(edition, "so_nguoi_ngheo") == ["Z1"]


def test_a_cumulated_count_is_no_less_than_the_month_before(built):
    """January 10, February 12: were only Z2's February hidden, Z1 could be no more than 13 − 10."""
    months = {"01-31": (0, 10, 30, 40), "02-28": (1, 12, 60, 90)}
    edition = built(
        *(
            flow("giai_quyet_viec_lam", area, 2017, v, until)
            for until, values in months.items()
            for area, v in zip(DISTRICTS, values)
        )
    )

    assert hidden(edition, "giai_quyet_viec_lam", first=date(2017, 2, 1)) == ["Z1", "Z2", "Z3"]


def test_every_answer_says_protected_and_computes_nothing_from_it(built):
    edition = built(
        whole("so_ho_ngheo", 2016, (80, 30, 0, 60)),
        whole("so_ho_ngheo", 2017, (60, 20, 0, 4)),
        stock("so_ho_ngheo", PROVINCE, 2017, 90),
        *(flow("giai_quyet_viec_lam", "Z1", 2017, v, kind=k) for v, k in ((3, "actual"), (100, "plan"))),
    )
    with audience.seen_by("public"):
        districts = queries.district_values(edition, "so_ho_ngheo", 2017).set_index("area")
        change = queries.district_change(edition, "so_ho_ngheo", 2017).set_index("area")
        figure = queries.figures(edition, ["so_ho_ngheo"], "Z4", 2017).iloc[0]
        progress = queries.plan_progress(edition, "giai_quyet_viec_lam", 2017).set_index("area").loc["Z1"]
        series = queries.yearly_series(edition, "so_ho_ngheo", ["Z4"])

        assert districts["state"].to_dict() == {
            "Z1": "value",
            "Z2": "protected",
            "Z3": "value",
            "Z4": "protected",
        }
        assert (change.loc["Z4", "reason"], change.loc["Z4", "state"]) == (
            "protected",
            "protected",
        ) and change.loc["Z1", "percent"] == -25
        assert (figure["reason"], figure["protected"]) == ("protected", True) and figure[
            ["value", "before", "percent"]
        ].isna().all()
        assert (progress["state"], progress["reason"]) == ("cannot_judge", "protected") and progress[
            ["actual", "plan_share", "missing"]
        ].isna().all()
        assert series["protected"].tolist() == [False, True] and queries.differences(edition).empty
    assert not queries.differences(edition).empty


def test_a_note_beside_a_protected_figure_goes_with_it(built):
    quoting = stock("so_ho_ngheo", "Z2", 2017, 900).rstrip("\n") + "ít nhất là Ba: 1 hộ\n"
    edition = built(quoting, stock("so_ho_ngheo", "Z3", 2017, 1))

    assert seen(edition)["note"].tolist() == ["", ""] and "1 hộ" in " ".join(
        queries.observations(edition)["note"]
    )


def test_contradicted_figures_that_are_small_are_not_told(made_up):
    lines = ["indicator,area,period_start,period_end,kind,value,source,reason_vi,reason_en"]
    lines += [
        f"{i},{a},2017-12-31,2017-12-31,actual,{v},T1,a,b"
        for i, a, v in (
            ("so_ho_ngheo", "Z1", 2),
            ("so_ho_ngheo", "Z1", 61),
            ("ty_le_ho_ngheo", "Z1", 0.2),
            ("so_ho_ngheo", "Z4", 9),
        )
    ]
    (made_up / "data" / "conflicts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    edition = build().id

    assert len(serving.conflicts(edition)) == 4
    with audience.seen_by("public"):
        assert serving.conflicts(edition)["value"].tolist() == [
            "61"
        ]  # Z4's own figure of that year is protected


def test_two_editions_cannot_be_subtracted(built, tmp_path):
    """The second edition needs no cover for Z1 any more (Z2 is small now): Z3 must not come to light."""
    first = built(whole("so_ho_ngheo", 2017, (1, 200, 30, 400)))
    revised = tmp_path / "moi.csv"
    revised.write_text(HEADER + stock("so_ho_ngheo", "Z2", 2017, 3), encoding="utf-8")
    second = publish(revised, "a", "b").id

    assert hidden(first, "so_ho_ngheo") == ["Z1", "Z3"] and {"Z1", "Z2", "Z3"} <= set(
        hidden(second, "so_ho_ngheo")
    )
    assert hidden(first, "so_ho_ngheo") == ["Z1", "Z3"]  # asked in any order
    assert told_across([first, second]) == (set(), [])


def everything(edition: int) -> pd.DataFrame:
    rows = queries.observations(edition, limit=10**6)
    return rows[rows["kind"] != "plan"].reset_index(drop=True)


def told_across(ids: list[int], without: bool = False) -> tuple[set, list]:
    """What an intruder learns from these editions together: hidden rows that follow; small ones that must be
    small.

    Args:
        without: as if only the small counts themselves were protected.
    """
    frames, equations, pairs, kept, small, far = [], [], [], set(), {}, 0
    for one in ids:
        true, public = everything(one), None
        with audience.seen_by("public"):
            public = everything(one)
        declared, places, limits = (
            serving.catalogue(one),
            serving.areas(one),
            rules(serving.catalogue(one)).thresholds,
        )
        assert (public["value"].isna() == public["protected"]).all()
        own = {
            n: limits[i]
            for n, i, v in zip(true.index, true["indicator"], true["value"])
            if 0 < v < limits.get(i, 0)
        }
        assert set(own) <= set(public.index[public["protected"]])
        mine = set(own) if without else set(public.index[public["protected"]])
        equations += disclosure.moved(
            disclosure.equations(true, mine, declared, places.province, places.districts), far
        )
        pairs += [(a + far, b + far) for a, b in disclosure.rising(true)]
        kept |= {n + far for n in mine}
        small |= {n + far: limit for n, limit in own.items()}
        frames.append(true)
        far += len(true)
    twins, kept = disclosure.across(frames, kept)
    rows, equations = pd.concat(frames, ignore_index=True), equations + twins
    counts = {n for n in kept if rows.at[n, "indicator"] in limits}
    most = disclosure.largest(equations, kept, rows, counts, sorted(small), pairs)
    return disclosure.follows(equations, kept), [n for n, limit in small.items() if most[n] < limit - 1e-6]


@pytest.mark.slow
def test_nothing_protected_follows_from_the_shipped_figures(real):
    """Every figure of every edition that the public may open, all relations, exactly.

    And the search would find a leak.
    """
    with audience.seen_by("public"):
        ids = sorted(e.id for e in serving.offered())

    assert len(ids) == 2 and told_across(ids) == (set(), [])
    follows, must_be_small = told_across(ids, without=True)
    assert len(follows) > 50 and must_be_small


ROWS = ("giai_quyet_viec_lam", "viec_lam_trong_tinh", "viec_lam_ngoai_tinh", "viec_lam_nuoc_ngoai")
few = st.integers(0, 12) | st.integers(0, 60)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(few, min_size=9, max_size=9), min_size=1, max_size=2))
def test_nothing_follows_from_any_small_table(months):
    """Three districts by three parts with both margins, cumulated over one or two months."""
    declared, cells, so_far = read_catalogue(), [], [0] * 9
    for month, added in enumerate(months, 1):
        so_far = [a + b for a, b in zip(so_far, added)]
        for d, area in enumerate(("A", "B", "C")):
            for part, value in zip(ROWS, [sum(so_far[3 * d : 3 * d + 3]), *so_far[3 * d : 3 * d + 3]]):
                cells.append((part, area, month, value))
        cells += [
            (part, "P", month, sum(v for i, a, m, v in cells if (i, m) == (part, month) and a != "P"))
            for part in ROWS
        ]
    frame = pd.DataFrame(cells, columns=["indicator", "area", "month", "value"])
    frame["value"] = frame["value"].astype(float)
    frame = frame.assign(
        period_start=pd.Timestamp(2017, 1, 1),
        period_end=[pd.Timestamp(2017, m, 28) for m in frame["month"]],
        kind="actual",
        standard="",
        year=2017,
        span="ytd",
        denominator=float("nan"),
    )
    kept = Releases().publish(figures(frame, rules(declared), "P", 3, set()))
    hidden_rows = set(frame.reset_index().merge(kept[["indicator", "area", "period_end"]])["index"])
    found = disclosure.equations(frame, hidden_rows, declared, "P", ["A", "B", "C"])
    small = [n for n, v in enumerate(frame["value"]) if 0 < v < 5]

    assert set(small) <= hidden_rows and disclosure.follows(found, hidden_rows) == set()
    most = disclosure.largest(found, hidden_rows, frame, hidden_rows, small, disclosure.rising(frame))
    assert all(most[n] >= 5 - 1e-6 for n in small)


COUNTERS = {
    "month",
    "year",
    "rows",
    "districts",
    "first_year",
    "last_year",
    "published",
    "reported",
    "illustrative",
    "history_years",
    "position",
}


def test_no_question_tells_the_one_poor_household(real):
    """Kiên Hải had exactly one in 2020: the count 1, the rate 0.02%.

    Every question of the module, also those to come.
    """
    given_values = {
        "area": "912",
        "areas": ["912"],
        "year": 2020,
        "kind": "actual",
        "indicators": ["so_ho_ngheo", "ty_le_ho_ngheo"],
        "month": 12,
    }
    asked = [
        f
        for name, f in vars(queries).items()
        if inspect.isfunction(f) and f.__module__ == queries.__name__ and not name.startswith("_")
    ]

    def numbers() -> list[float]:
        found = []
        for question in asked:
            wanted = inspect.signature(question).parameters
            for indicator in given_values["indicators"]:
                values = given_values | {"edition": real, "indicator": indicator}
                missing = [n for n, p in wanted.items() if p.default is p.empty and n not in values]
                assert not missing, (
                    f"{question.__name__} asks for {missing}: say here what it should be asked with"
                )
                answer = question(**{n: values[n] for n in wanted if n in values})
                rows = pd.DataFrame(answer).T if isinstance(answer, pd.Series) else answer
                if not isinstance(rows, pd.DataFrame):
                    continue
                rows = (
                    rows[rows["area"] == "912"]
                    if "area" in rows
                    else rows
                    if "area" in wanted
                    else rows.iloc[:0]
                )
                rows = (
                    rows[rows["indicator"].isin(given_values["indicators"])] if "indicator" in rows else rows
                )
                rows = (
                    rows[rows["period_end"].astype(str).str[:4] == "2020"] if "period_end" in rows else rows
                )
                for column in set(rows.columns) - COUNTERS:
                    found += (
                        pd.to_numeric(rows[column], errors="coerce").dropna().astype(float).tolist()
                        if not pd.api.types.is_bool_dtype(rows[column])
                        else []
                    )
        return found

    def tells(values: list[float]) -> bool:
        return any(v == 1 or 0.015 <= abs(v) < 0.025 for v in values)

    assert tells(numbers())
    with audience.seen_by("public"):
        assert not tells(numbers())


def test_the_office_sees_everything(real):
    rows, true = (
        f.set_index(disclosure.KEY)["value"].sort_index()
        for f in (serving.tables(real).execute("from observation").df(), serving._true_figures(real).rows)
    )

    assert (
        rows.notna().all() and not serving.tables(real).execute("from observation where protected").df().size
    )
    pd.testing.assert_series_equal(rows.loc[true.index], true)
    assert serving.protected(real).empty


def test_the_setting_decides_unless_a_visitor_is_known(monkeypatch):
    monkeypatch.delenv("DASHBOARD_AUDIENCE", raising=False)
    assert audience.current() == "internal"
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    assert audience.current() == "public"
    with audience.seen_by("internal"):
        assert audience.current() == "internal"
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "everyone")
    with pytest.raises(SettingError, match="internal hoặc public"):
        audience.current()


@pytest.mark.slow
def test_the_public_gets_no_rehearsal_that_is_out_of_date(real, tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "lake"))
    forget()
    before = build().id
    assert (
        main(
            [
                "lift",
                "--indicator",
                "so_ho_ngheo",
                "--area",
                "912",
                "--year",
                "2020",
                "--author",
                "VP",
                "--reason",
                "đã công bố",
            ]
        )
        == 0
    )

    with audience.seen_by("public"):
        assert before not in [e.id for e in serving.offered()]
        with pytest.raises(UnknownEdition):
            serving.catalogue(before)
        told = queries.observations(
            newest().id, indicators=["so_ho_ngheo", "ty_le_ho_ngheo"], areas=["912"], first=date(2020, 1, 1)
        )
    assert set(told["value"].round(2)) == {1, 0.02} and not told["protected"].any()
    assert before in [e.id for e in editions()]


def test_lifting_is_logged_and_shows_one_count(edition, capsys):
    asked = [
        "lift",
        "--indicator",
        "so_ho_ngheo",
        "--area",
        "Z4",
        "--year",
        "2017",
        "--author",
        "VP",
        "--reason",
        "đã nêu ở quyết định",
    ]
    assert hidden(edition, "so_ho_ngheo", first=date(2017, 1, 1)) == ["Z2", "Z4"]

    assert main(asked) == 0 and main(["lifted"]) == 0

    assert (
        hidden(newest().id, "so_ho_ngheo", first=date(2017, 1, 1))
        == []
        == hidden(newest().id, "ty_le_ho_ngheo", first=date(2017, 1, 1))
    )
    assert "Z4" in (told := capsys.readouterr().out) and "đã nêu ở quyết định" in told
    entry = serving.lifted(newest().id).iloc[0]
    assert (entry["indicator"], entry["area"], entry["year"], entry["author"]) == (
        "so_ho_ngheo",
        "Z4",
        2017,
        "VP",
    )
    assert "Z4" in newest().message and serving.lifted(edition).empty
    assert main(asked) == 2 and "không được bảo mật" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong, said",
    [
        (("--indicator", "so_ho"), "không được bảo mật"),
        (("--indicator", "khong_co"), "không có chỉ tiêu"),
        (("--area", "Z9"), "không có đơn vị"),
        (("--year", "1999"), "không được bảo mật"),
        (("--area", "Z2"), "nó che một số khác"),
    ],
)
def test_what_cannot_be_lifted_is_said(edition, capsys, wrong, said):
    asked = {
        "--indicator": "so_ho_ngheo",
        "--area": "Z4",
        "--year": "2017",
        "--author": "a",
        "--reason": "b",
    } | dict([wrong])

    assert main(["lift", *(part for pair in asked.items() for part in pair)]) == 2
    assert said in capsys.readouterr().err and newest().id == edition


def test_an_old_edition_knows_todays_rules(edition):
    """A catalogue from before protection: no unit counts persons, nothing is a sub-group."""
    declared = serving.catalogue(edition)
    old = declared.model_validate(
        json.loads(
            declared.model_dump_json(
                exclude={"units": {"__all__": {"persons"}}, "indicators": {"__all__": {"subgroup"}}}
            )
        )
    )

    assert not old.units["ho"].persons
    assert rules(old).thresholds == rules(declared).thresholds
