"""The screens, in the order of the menu: one module each, `show(view)` draws it.

A new screen: its module, a line here, its words in `pages/text/*/shell.toml` (menu_<name>).
"""

from collections.abc import Callable
from dataclasses import dataclass

from pages.parts.view import View
from pages.screens import an_sinh, dao_tao_nghe, giam_ngheo, nguoi_co_cong, nguon, tong_quan, viec_lam


@dataclass(frozen=True)
class Screen:
    """name: of module and words; address: of the page, empty for the first one."""

    name: str
    address: str
    show: Callable[[View], None]


SCREENS = (
    Screen("tong_quan", "", tong_quan.show),
    Screen("giam_ngheo", "giam-ngheo", giam_ngheo.show),
    Screen("viec_lam", "viec-lam", viec_lam.show),
    Screen("dao_tao_nghe", "dao-tao-nghe", dao_tao_nghe.show),
    Screen("nguoi_co_cong", "nguoi-co-cong", nguoi_co_cong.show),
    Screen("an_sinh", "an-sinh", an_sinh.show),
    Screen("nguon", "nguon", nguon.show),
)
