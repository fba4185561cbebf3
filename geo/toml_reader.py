"""Takes values out of a TOML table and says in Vietnamese which one is of the wrong kind."""

from collections.abc import Collection, Iterable

from geo.errors import GeoError

REQUIRED = object()


class Reader:
    """A table of a TOML file.

    Args:
        values: the table.
        where: file and table, for messages.
        codes_known: area codes that the table may name.

    Every method raises GeoError where a value is missing or of the wrong kind.
    """

    def __init__(self, values: object, where: str, codes_known: Collection[str]):
        if not isinstance(values, dict):
            raise GeoError(where, "phải là một bảng ([tên]).", "Sửa mục này.")
        self.values, self.where, self.codes_known = values, where, codes_known

    def only(self, *keys: str) -> "Reader":
        """This table, if it holds no other keys."""
        if strange := sorted(set(self.values) - set(keys)):
            raise GeoError(self.where, f"khóa lạ: {', '.join(strange)}.", f"Chỉ dùng: {', '.join(keys)}.")
        return self

    def table(self, key: str) -> "Reader":
        """A table in this table, empty where absent."""
        return Reader(self.values.get(key, {}), f"{self.where}, {key}", self.codes_known)

    def tables(self, key: str) -> list["Reader"]:
        """An array of tables, empty where absent."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            self._wrong(key, f"phải viết là [[{key}]]")
        return [
            Reader(one, f"{self.where}, {key} thứ {i}", self.codes_known)
            for i, one in enumerate(found, start=1)
        ]

    def text(self, key: str, default: str = "", allowed: Collection[str] = ()) -> str:
        """A text, one of `allowed` where given."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (allowed and value not in allowed):
            self._wrong(key, f"phải là một trong: {', '.join(allowed)}" if allowed else "phải là chữ")
        return value

    def number(self, key: str, default: object = REQUIRED) -> float:
        """A number."""
        value = self.values.get(key, default)
        if not _is_number(value):
            self._wrong(key, "phải là số")
        return value

    def numbers(self, key: str, count: int, default: object = REQUIRED) -> tuple[float, ...]:
        """As many numbers as `count`."""
        value = self.values.get(key, default)
        if not isinstance(value, (list, tuple)) or len(value) != count or not all(map(_is_number, value)):
            self._wrong(key, f"phải là {count} số")
        return tuple(value)

    def box(self, key: str, default: object = REQUIRED) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        west, south, east, north = self.numbers(key, 4, default)
        if west >= east or south >= north:
            self._wrong(key, "phải là [tây, nam, đông, bắc]")
        return west, south, east, north

    def codes(self, key: str) -> tuple[str, ...]:
        """Area codes, empty where absent."""
        found = self.values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
            self._wrong(key, "phải là danh sách mã, viết trong ngoặc kép")
        self.known(found)
        return tuple(found)

    def known(self, codes: Iterable[str]) -> None:
        """Raises where a code has no boundary."""
        if strange := sorted(set(codes) - set(self.codes_known)):
            raise GeoError(
                self.where,
                f"mã không có trong tệp ranh giới: {', '.join(strange)}.",
                "Sửa mã, hoặc bổ sung ranh giới.",
            )

    def _wrong(self, key: str, rule: str) -> None:
        raise GeoError(
            f"{self.where}, {key}",
            f"{rule}.",
            "Sửa giá trị này." if key in self.values else "Thêm giá trị này.",
        )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
