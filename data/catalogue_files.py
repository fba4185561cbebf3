"""Reads the catalogue's text files and names every fault by file, line and key."""

from dataclasses import replace
from pathlib import Path

from data import HERE
from data.catalogue import Catalogue, Domain, Indicator, LegalBasis, Standard, Unit, Words
from data.errors import Fault, FaultsFound
from data.toml_files import did_you_mean, line_of, toml, validated

REFERENCES = {  # key of an entry → where its value must be declared
    "unit": "units.toml",
    "standards": "standards.toml",
    "caveats": "caveats.toml",
    "legal_basis": "legal_bases.toml",
    "numerator": "indicators/*.toml",
    "denominator": "indicators/*.toml",
    "part_of": "indicators/*.toml",
}


def read_catalogue(folder: Path = HERE) -> Catalogue:
    """The catalogue from its TOML files.

    Args:
        folder: holds indicators/*.toml, domains, units, standards, caveats, legal_bases and scales.toml.

    Raises:
        FaultsFound: every unknown key, wrong value and dangling reference of all files at once;
            whoever edits the files mends it.
    """
    faults: list[Fault] = []
    parts = {
        "domains": _entries(folder / "domains.toml", Domain, faults, with_id=True),
        "units": _entries(folder / "units.toml", Unit, faults),
        "caveats": _entries(folder / "caveats.toml", Words, faults),
        "legal_bases": _entries(folder / "legal_bases.toml", LegalBasis, faults),
        "standards": _entries(folder / "standards.toml", tuple[Standard, ...], faults),
        "indicators": {},
        **_toml(folder / "scales.toml", faults)[0],
    }
    where: dict[str, tuple[Path, str]] = {}
    for domain in parts["domains"]:
        path = folder / "indicators" / f"{domain}.toml"
        for key, indicator in _entries(path, Indicator, faults, with_id=True, domain=domain).items():
            if key in where:
                faults.append(
                    _fault(path, key, "", f"chỉ tiêu đã có trong {where[key][0].name}", "Xoá một trong hai.")
                )
            where[key] = path, domain
            parts["indicators"][key] = indicator
    stray = {p.stem for p in (folder / "indicators").glob("*.toml")} - set(parts["domains"])
    faults += [
        Fault(
            f"indicators/{name}.toml",
            None,
            "",
            "lĩnh vực chưa khai báo",
            "Thêm lĩnh vực vào domains.toml hoặc đổi tên tệp.",
        )
        for name in sorted(stray)
    ]
    faults += _dangling(parts, where)
    if faults:
        raise FaultsFound(faults)
    return Catalogue(**parts)


def _toml(path: Path, faults: list[Fault]) -> tuple[dict, str]:
    try:
        text = path.read_text(encoding="utf-8")
        return toml(text, _short(path)), text
    except FileNotFoundError:
        missing = "không có tệp này", "Lấy lại tệp từ kho mã hoặc tạo mới."
        faults.append(Fault(_short(path), None, "", *missing))
    except FaultsFound as found:
        faults += found.faults
    return {}, ""


def _entries(path: Path, model, faults: list[Fault], *, with_id: bool = False, **fixed) -> dict:
    """Each table of a TOML file as `model`; what does not fit becomes a fault and is left out."""
    document, text = _toml(path, faults)
    good = {}
    for key, entry in document.items():
        extra = {**fixed, **({"id": key} if with_id else {})}
        value = {**entry, **extra} if isinstance(entry, dict) else entry
        try:
            good[key] = validated(model, value, text, _short(path), at=(key,))
        except FaultsFound as found:
            faults += [replace(f, problem=f"mục [{key}]: {f.problem}") for f in found.faults]
    return good


def _dangling(parts: dict, where: dict) -> list[Fault]:
    known = {
        "unit": parts["units"],
        "standards": parts["standards"],
        "caveats": parts["caveats"],
        "legal_basis": parts["legal_bases"],
        **dict.fromkeys(("numerator", "denominator", "part_of"), where),
    }
    faults = []
    for key, indicator in parts["indicators"].items():
        for field, home in REFERENCES.items():
            named = getattr(indicator, field)
            for wanted in named if isinstance(named, tuple) else [named]:
                if wanted is not None and wanted not in known[field]:
                    hint = did_you_mean(wanted, known[field]) or f"Khai báo trong {home} hoặc sửa lại."
                    faults.append(
                        _fault(where[key][0], key, field, f"mục [{key}]: không có “{wanted}”", hint)
                    )
    return faults


def _fault(path: Path, entry: str, key: str, problem: str, remedy: str) -> Fault:
    line = line_of(path.read_text(encoding="utf-8"), (entry, key) if key else (entry,))
    return Fault(_short(path), line, key, problem, remedy)


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:]) if path.parent.name == "indicators" else path.name
