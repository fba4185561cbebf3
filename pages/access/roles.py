"""Who has which role: a file of e-mail addresses, read anew when it changes."""

import hashlib
import logging
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from data.areas import Areas
from data.errors import DataError, Fault, FaultsFound
from data.province_files import read_areas
from data.settings import province_folder, settings
from data.toml_files import Strict, did_you_mean, line_of, read_as
from pages.access.audit import entries, noted
from pages.intake.flow import Actor, Role

log = logging.getLogger("dashboard")
PERSON, DOMAIN = re.compile(r"[^@\s*]+@[^@\s*]+"), re.compile(r"\*@[^@\s*]+")


class Person(Strict):
    """district: area code, of an officer alone."""

    role: Role
    district: str = ""


class RolesFile(Strict):
    """people: e-mail address, or `*@domain` → role."""

    people: dict[str, Person]


@dataclass(frozen=True)
class Roles:
    """By address in small letters; a person's own line goes before that of the domain."""

    people: Mapping[str, Person] = field(default_factory=dict)

    def of(self, address: str) -> Actor | None:
        """Who an address is; None where it is not listed."""
        name = address.strip().lower()
        if not PERSON.fullmatch(name):
            return None
        person = self.people.get(name) or self.people.get(f"*@{name.rpartition('@')[2]}")
        return Actor(name, person.role, person.district) if person else None


@dataclass
class _Kept:
    stamp: tuple = ()
    roles: Roles = field(default_factory=Roles)
    fault: DataError | None = None


_kept = _Kept()
_lock = threading.Lock()


def read_roles(text: str, name: str, areas: Areas) -> Roles:
    """The roles that a TOML text gives.

    Args:
        name: of the file, for faults. areas: of the province.

    Raises:
        FaultsFound: no TOML, an unknown key, role or district, a wrong or doubled address, an officer
            without district.
    """
    listed = read_as(RolesFile, text, name).people
    faults, people = [], {}
    for address, person in listed.items():
        for problem, remedy in _wrong(address, person, address.lower() in people, areas):
            line = line_of(text, ("people", address))
            faults.append(Fault(name, line, f"people.{address}", problem, remedy))
        people[address.lower()] = person
    if faults:
        raise FaultsFound(faults)
    return Roles(people)


def roles() -> Roles:
    """The roles in force. A file with a fault changes nothing: the last good one stays, `fault` says why."""
    path = settings().roles
    if path is None:
        return Roles()
    with _lock:
        if (stamp := _stamp(path)) != _kept.stamp:
            if not _kept.stamp or _kept.stamp[0] != path:
                _kept.roles = Roles()  # another file: what the former one said counts no more
            _kept.stamp = stamp
            _read(path)
        return _kept.roles


def fault() -> DataError | None:
    """What is wrong with the file as it stands now."""
    roles()
    return _kept.fault if settings().roles else None


def forget() -> None:
    """Nothing has been read."""
    global _kept
    _kept = _Kept()


def _wrong(address: str, person: Person, doubled: bool, areas: Areas) -> list[tuple[str, str]]:
    found = []
    if not (PERSON.fullmatch(address) or DOMAIN.fullmatch(address)):
        found.append(
            ("không phải địa chỉ thư điện tử", "Viết ten@coquan.vn, hoặc *@coquan.vn cho cả tên miền.")
        )
    if doubled:
        found.append(("địa chỉ ghi hai lần (không phân biệt chữ hoa)", "Giữ lại một dòng."))
    if person.role != Role.OFFICER and person.district:
        found.append((f"vai trò {person.role} không gắn với đơn vị", "Bỏ district."))
    if person.role == Role.OFFICER and person.district not in areas.districts:
        names = {areas.at(code).name: code for code in areas.districts}
        near = names.get(person.district)
        remedy = f"Có phải ý bạn là “{near}”?" if near else did_you_mean(person.district, areas.districts)
        known = ", ".join(f"{code} {name}" for name, code in names.items())
        problem = f"không có đơn vị mang mã “{person.district}”" if person.district else "thiếu district"
        found.append((problem, f"{remedy} Được dùng: {known}.".strip()))
    return found


def _stamp(path: Path) -> tuple:
    try:
        now = path.stat()
    except OSError:
        return (path,)
    return path, now.st_mtime_ns, now.st_size, now.st_ino


def _read(path: Path) -> None:
    try:
        content = path.read_bytes()
        found = read_roles(content.decode(), path.name, read_areas(province_folder() / "areas.csv"))
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "không phải UTF-8"
        remedy = "Sửa đường dẫn trong DASHBOARD_ROLES, quyền đọc hoặc bảng mã của tệp."
        _kept.fault = FaultsFound([Fault(path.name, None, "", f"không đọc được tệp ({why})", remedy)])
    except DataError as error:
        _kept.fault = error
    else:
        before, _kept.roles, _kept.fault = _kept.roles, found, None
        _note(before, found, hashlib.sha256(content).hexdigest(), path.name)
        return
    log.error("roles: %s", _kept.fault)


def _note(before: Roles, after: Roles, sha256: str, name: str) -> None:
    """A line of the audit for each version of the file; a start or another replica adds none."""
    changed = {a for a in {*before.people, *after.people} if before.people.get(a) != after.people.get(a)}
    people = {
        a: after.people[a].model_dump(mode="json") if a in after.people else None for a in sorted(changed)
    }
    try:
        last = entries(1, "roles")
        if not last or last[0].details.get("sha256") != sha256:
            noted(name, "roles", {"sha256": sha256, "changed": people})
    except SQLAlchemyError as error:  # roles hold also where nothing can be written
        log.error("roles: not noted: %s", error)
