"""Templates of the newest edition: what an office asks for, checked and written to a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.areas import Areas
from data.catalogue import Catalogue
from data.editions import newest, stored_rows
from data.errors import NoTemplate
from data.intake.dates import FIRST_YEAR, LAST_YEAR
from data.intake.template import template_bytes
from data.intake.template_form import Asked, lines
from data.intake.template_words import template_words
from data.serving import areas as served_areas
from data.serving import catalogue as served_catalogue
from data.toml_files import did_you_mean


def template(
    *,
    domain: str | None,
    indicators: Sequence[str] = (),
    year: int,
    month: int | None = None,
    area: str | None = None,
    subject: str = "",
) -> tuple[bytes, int]:
    """A template, and how many figures it takes.

    Args:
        domain: all its indicators, before those of `indicators`. subject: of its title, unless what is asked
            for says it.
        month: up to which flows are cumulated; the whole year without.
        area: one area; without, every district and the province.

    Raises:
        NoTemplate: unknown or missing indicators or area, or no such period.
        UnknownEdition: the lake is empty.
    """
    on = newest().id
    declared, places = served_catalogue(on), served_areas(on)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoTemplate(f"không có năm {year}", f"Chọn năm từ {FIRST_YEAR} đến {LAST_YEAR}.")
    if month is not None and not 1 <= month <= 12:
        raise NoTemplate(f"không có tháng {month}", "Chọn tháng từ 1 đến 12, hoặc bỏ --month cho cả năm.")
    asked = _asked(declared, places, domain, indicators, (year, month, area))
    asked = replace(asked, subject=subject.upper() or asked.subject)
    rows = list(lines(asked, declared, places, stored_rows(on)))
    return template_bytes(asked, rows, declared, places, on), sum(len(line.slots) for line in rows)


def write_template(
    path: Path,
    *,
    domain: str | None,
    indicators: Sequence[str],
    year: int,
    month: int | None = None,
    area: str | None = None,
) -> int:
    """Writes a template to a new file; returns how many figures it takes. Arguments as for `template`.

    Raises:
        NoTemplate: as `template`; or the file is there already, or cannot be written.
        UnknownEdition: the lake is empty.
    """
    if path.suffix.lower() != ".xlsx":
        raise NoTemplate(f"đuôi tệp “{path.suffix}” không phải .xlsx", "Đặt tên tệp kết thúc bằng .xlsx.")
    if path.exists():
        raise NoTemplate(f"đã có tệp {path.name}, có thể đã điền số", "Chọn tên khác, hoặc xoá tệp đó.")
    content, cells = template(domain=domain, indicators=indicators, year=year, month=month, area=area)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise NoTemplate(
            f"không ghi được {path.name} ({error.strerror})", "Chọn thư mục có thật và ghi được."
        ) from error
    return cells


def _asked(
    declared: Catalogue,
    places: Areas,
    domain: str | None,
    indicators: Sequence[str],
    when_where: tuple[int, int | None, str | None],
) -> Asked:
    year, month, area = when_where
    if domain is not None and domain not in declared.domains:
        near = did_you_mean(domain, declared.domains)
        raise NoTemplate(f"không có lĩnh vực “{domain}”", near or f"Chọn: {', '.join(declared.domains)}.")
    for unknown in (i for i in indicators if i not in declared.indicators):
        near = did_you_mean(unknown, declared.indicators)
        raise NoTemplate(f"không có chỉ tiêu “{unknown}”", near or "Xem mã ở trang Nguồn và phương pháp.")
    ids = dict.fromkeys([i.id for i in declared.of_domain(domain or "")] + list(indicators))
    if not ids:
        raise NoTemplate("chưa chọn chỉ tiêu nào", "Ghi --domain LĨNH_VỰC hoặc --indicator MÃ.")
    chosen = tuple(declared.indicators[i] for i in ids)
    if area is not None and area not in places.codes:
        raise NoTemplate(f"không có đơn vị mang mã “{area}”", f"Chọn: {', '.join(places.codes)}.")
    subject = (
        declared.domains[domain].name("vi").upper()
        if domain and not indicators
        else chosen[0].name("vi").upper()
        if len(chosen) == 1
        else template_words().subject.format(n=len(chosen))
    )
    asked = Asked(subject, chosen, (area,) if area else tuple(places.districts), year, month)
    there = tuple(code for code in asked.areas if asked.end <= _last_day(places, code))
    if not there:
        raise NoTemplate(
            f"không còn đơn vị nào trong số đã chọn vào ngày {asked.end:%d/%m/%Y}", "Chọn kỳ trước đó."
        )
    return Asked(subject, chosen, there, year, month)


def _last_day(places: Areas, code: str) -> date:
    return max(a.valid_to for a in places.rows if a.code == code)
