"""Whether a file's figures are those that were asked for: of this district, this domain, this period."""

from datetime import date

from data.areas import Areas
from data.catalogue import Catalogue
from data.intake.findings import Checked
from data.intake.reader import Asked


def check_form(checked: Checked, asked: Asked, catalogue: Catalogue, areas: Areas) -> None:
    """Adds a fault for each figure of another area, domain or period.

    A plan is one of the whole year, whatever month is reported on.

    Args:
        asked: what is empty in it is not held to.
    """
    rows = checked.rows
    if asked.area:
        name = _name(areas, asked.area, asked.end)
        checked.fault(
            "area",
            rows["area"].ne(asked.area) & rows["area"].isin(areas.codes),
            lambda row: f"số của đơn vị khác ({_name(areas, row['area'], asked.end)}); biểu này của {name}",
            "Bỏ số đó, hoặc nộp ở biểu của đơn vị kia.",
        )
    if asked.domain:
        domains = {i.id: i.domain for i in catalogue.indicators.values()}
        of = rows["indicator"].map(domains)
        wanted = catalogue.domains[asked.domain].name("vi")
        checked.fault(
            "indicator",
            of.notna() & of.ne(asked.domain),
            lambda row: f"chỉ tiêu của biểu khác ({catalogue.domains[domains[row['indicator']]].name('vi')})",
            f"Nộp ở biểu đó; biểu này là “{wanted}”.",
        )
    if asked.end:
        end, year_end = asked.end, date(asked.end.year, 12, 31)
        typed, plans = checked.frame["period_end"], rows["kind"].eq("plan")
        checked.fault(
            "period_end",
            typed.notna() & typed.ne(end).where(~plans, typed.ne(year_end)),
            lambda row: f"số của kỳ khác (đến {row['period_end']}); biểu này đến {end:%d/%m/%Y}",
            "Bỏ số đó, hoặc nộp ở biểu của kỳ kia.",
        )


def _name(areas: Areas, code: str, day: date | None) -> str:
    return areas.at(code, day).full("vi") if day else code
