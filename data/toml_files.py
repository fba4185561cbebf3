"""Reads TOML files as pydantic models; every fault is told in Vietnamese: file, line, key, what to do."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from data.errors import Fault, FaultsFound

Model = TypeVar("Model")
Place = tuple[int | str, ...]
PROBLEMS = {  # pydantic's error type → what is wrong; {names} are of the error's context
    "extra_forbidden": "khóa lạ",
    "missing": "thiếu khóa này",
    "enum": "giá trị không nằm trong danh sách cho phép",
    "literal_error": "giá trị không nằm trong danh sách cho phép",
    "string_pattern_mismatch": "viết sai dạng",
    "string_type": "phải là chữ, viết trong ngoặc kép",
    "string_too_short": "không được để trống",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "float_type": "phải là số",
    "float_parsing": "phải là số",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than": "phải nhỏ hơn {lt}",
    "less_than_equal": "phải từ {le} trở xuống",
    "tuple_type": "phải là danh sách [ … ]",
    "list_type": "phải là danh sách [ … ]",
    "too_short": "cần ít nhất {min_length} mục",
    "too_long": "nhiều nhất {max_length} mục",
    "dict_type": "phải là một bảng ([tên])",
    "model_type": "phải là một bảng ([tên])",
    "date_from_datetime_parsing": "phải là ngày, viết 2025-06-30",
    "date_parsing": "phải là ngày, viết 2025-06-30",
    "time_parsing": "phải là giờ, viết 07:30",
}


class Strict(BaseModel):
    """A table of a file: an unknown key is a fault, and what was read is never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def toml(text: str, name: str) -> dict[str, Any]:
    """The document of a TOML text.

    Raises:
        FaultsFound: no TOML; names the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        fault = Fault(
            name,
            int(line[1]) if line else None,
            "",
            f"không đúng cú pháp TOML ({error})",
            "Sửa dấu ngoặc, dấu nháy, dấu bằng ở dòng này.",
        )
        raise FaultsFound([fault]) from error


def read_as(model: type[Model], text: str, name: str, lists: Mapping[str, str] | None = None) -> Model:
    """A TOML text as a model.

    Args:
        name: of the file, for faults.
        lists: key of a list of tables → how one of them is called: “trang 3, minutes”.

    Raises:
        FaultsFound: no TOML, unknown or missing keys, wrong values; each with its line.
    """
    return validated(model, toml(text, name), text, name, lists or {})


def validated(
    model: Any, value: object, text: str, name: str, lists: Mapping[str, str] | None = None, at: Place = ()
) -> Any:
    """A part of a TOML document as a model.

    Args:
        at: where in the document the value stands. The rest as in `read_as`, which raises the same.
    """
    try:
        return TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        raise FaultsFound(list(_faults(error, model, text, name, lists or {}, at))) from error


def _faults(
    error: ValidationError, model: Any, text: str, name: str, lists: Mapping[str, str], at: Place
) -> Iterator[Fault]:
    for wrong in error.errors():
        place, context = (*at, *wrong["loc"]), wrong.get("ctx", {})
        problem = PROBLEMS.get(wrong["type"], wrong["msg"].removeprefix("Value error, ")).format(**context)
        if wrong["type"] in ("tuple_type", "list_type") and isinstance(wrong["input"], dict):
            problem = f"phải viết là [[{place[-1]}]]"
        allowed = re.findall(r"'([^']*)'", context.get("expected", ""))
        if wrong["type"] == "extra_forbidden":
            remedy = did_you_mean(str(place[-1]), _keys(model, wrong["loc"][:-1])) or "Bỏ khóa này."
        elif wrong["type"] == "missing":
            remedy = "Thêm khóa này."
        elif allowed:
            near = did_you_mean(str(wrong["input"]), allowed)
            remedy = f"{near} Được dùng: {', '.join(allowed)}.".strip()
        else:
            remedy = "Sửa giá trị này."
        yield Fault(name, line_of(text, place), _called(place, at, lists), problem, remedy)


def did_you_mean(written: str, known: Iterator[str] | list[str] | set[str] | Mapping[str, Any]) -> str:
    """“Có phải ý bạn là “unit”?” where something known is nearly what was written, else ""."""
    near = difflib.get_close_matches(written, list(known), 1)
    return f"Có phải ý bạn là “{near[0]}”?" if near else ""


def line_of(text: str, place: Place) -> int | None:
    """The line (from 1) of a key of a TOML text: its own where it has one, else its table's; None without."""
    lines = [line.strip() for line in text.splitlines()]
    found, start, names = None, 0, []
    for part in place:
        if isinstance(part, int):
            tables = [n for n, line in enumerate(lines) if line == f"[[{'.'.join(names)}]]"]
            if part < len(tables):
                found, start = tables[part], tables[part] + 1
            continue
        names.append(part)
        header = f"[{'.'.join(names)}]"
        if header in lines:
            found = lines.index(header)
            start = found + 1
            continue
        for n in range(start, len(lines)):
            if lines[n].startswith("[") and n > start - 1:
                break
            if lines[n].split("=")[0].strip().strip('"') == part:
                found = n
                break
    return None if found is None else found + 1


def _called(place: Place, at: Place, lists: Mapping[str, str]) -> str:
    """The key as a person names it: “unit”, “trang 3, minutes”, “label.1, lat”."""
    inner = place[len(at) :]
    if len(inner) > 1 and isinstance(inner[1], int):
        called = f"{lists.get(str(inner[0]), str(inner[0]))} {inner[1] + 1}"
        return ", ".join(filter(None, (called, ".".join(map(str, inner[2:])))))
    return ".".join(map(str, inner))


def _keys(model: Any, place: Place) -> list[str]:
    """The keys that a table at a place of a model may have."""
    for part in place:
        model = _inside(model, part)
    fields = getattr(_model_in(model), "model_fields", {})
    return [field.alias or key for key, field in fields.items()]


def _inside(model: Any, part: int | str) -> Any:
    found = _model_in(model)
    fields = getattr(found, "model_fields", {})
    for key, field in fields.items():
        if part in (key, field.alias):
            return field.annotation
    return model  # the member of a list or of a dictionary: its model is found in the annotation


def _model_in(annotation: Any) -> Any:
    """The first model in an annotation: of `tuple[Slide, ...]`, `dict[str, Label]`, `ScaleBar | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in get_args(annotation) if (m := _model_in(arg)) is not None), None)
