"""Templates of Word and PowerPoint files: an office restyles them in Word or PowerPoint, not in code.

A province lays its own `van_ban.docx` or `trinh_chieu.pptx` beside its tables, best a copy of the one here.
"""

from pathlib import Path

from data.errors import Fault, FaultsFound
from data.settings import province_folder

WORD, DECK = "van_ban.docx", "trinh_chieu.pptx"
HERE = Path(__file__).parent / "templates"


def template_file(name: str) -> Path:
    """The province's own template of a name, else the one that comes with the dashboard."""
    chosen = province_folder() / name
    return chosen if chosen.is_file() else HERE / name


def unreadable(name: str) -> FaultsFound:
    """The fault of a template that its library cannot open."""
    return FaultsFound([Fault(name, None, "", "không mở được tệp mẫu", f"Chép lại {_remedy(name)}")])


def refuse_missing(name: str, kind: str, missing: list[str]) -> None:
    """Refuses a template that lacks what the writer needs.

    Args:
        kind: what is missing, in Vietnamese: a style, a layout, a placeholder. missing: their names.

    Raises:
        FaultsFound: one fault for each, if there is any.
    """
    if missing:
        raise FaultsFound(
            [
                Fault(
                    name,
                    None,
                    "",
                    f"mẫu thiếu {kind} “{m}”",
                    f"Tạo {kind} “{m}” hoặc chép từ {_remedy(name)}",
                )
                for m in missing
            ]
        )


def _remedy(name: str) -> str:
    return f"pages/documents/templates/{name}."
