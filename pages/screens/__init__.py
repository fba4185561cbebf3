"""The screens, in the order of the menu: one module each, `show(view)` draws it.

A new screen: its module, a line here, its words in `pages/text/*/shell.toml` (menu_<name>).
"""

from collections.abc import Callable
from dataclasses import dataclass

from pages.content.view import View
from pages.screens import (
    an_sinh,
    dao_tao_nghe,
    giam_ngheo,
    hoi_nghi,
    huyen,
    ke_hoach,
    kham_pha,
    man_hinh,
    nguoi_co_cong,
    nguon,
    so_lieu,
    so_sanh,
    tong_quan,
    viec_lam,
)


@dataclass(frozen=True)
class Screen:
    """name: of module and words; address: of the page, empty for the first one.

    Section: of the menu (words `section_…`), empty at the top. titled: the screen writes its own heading.
    """

    name: str
    address: str
    show: Callable[[View], None]
    section: str = ""
    titled: bool = False


SCREENS = (
    Screen("tong_quan", "", tong_quan.show, titled=True),
    Screen("giam_ngheo", "giam-ngheo", giam_ngheo.show),
    Screen("viec_lam", "viec-lam", viec_lam.show),
    Screen("dao_tao_nghe", "dao-tao-nghe", dao_tao_nghe.show),
    Screen("nguoi_co_cong", "nguoi-co-cong", nguoi_co_cong.show),
    Screen("an_sinh", "an-sinh", an_sinh.show),
    Screen("ke_hoach", "ke-hoach", ke_hoach.show),
    Screen("so_sanh", "so-sanh", so_sanh.show),
    Screen("huyen", "huyen", huyen.show, titled=True),
    Screen("kham_pha", "kham-pha", kham_pha.show, "more"),
    Screen("nguon", "nguon", nguon.show, "more"),
    Screen("so_lieu", "so-lieu", so_lieu.show, "more"),
    Screen("hoi_nghi", "hoi-nghi", hoi_nghi.show, "more"),
    Screen("man_hinh", "man-hinh-quan-ly", man_hinh.show, "more"),
)
