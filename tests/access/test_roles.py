"""Roles: by address, of the file as it stands, and a fault that says where and what to do."""

import os

import pytest

from data.errors import FaultsFound
from pages.access import roles
from pages.access.audit import entries
from pages.intake.flow import Actor, Role


@pytest.mark.parametrize(
    ("address", "actor"),
    [
        ("an@huyen.vn", Actor("an@huyen.vn", Role.OFFICER, "Z3")),
        (" AN@HUYEN.VN ", Actor("an@huyen.vn", Role.OFFICER, "Z3")),
        ("duyet@so.vn", Actor("duyet@so.vn", Role.APPROVER)),
        ("ai.do@so.vn", Actor("ai.do@so.vn", Role.VIEWER)),
        ("ai.do@con.so.vn", None),
        ("ai.do@so.vn.example.com", None),
        ("an@huyen.vn@so.vn.la", None),
        ("so.vn", None),
        ("*@so.vn", None),
        ("a@b@so.vn", None),
        ("", None),
    ],
)
def test_an_address_has_its_own_role_or_its_domain_s(listed, address, actor):
    assert roles.roles().of(address) == actor


def test_without_the_setting_nobody_has_a_role(base, monkeypatch):
    monkeypatch.delenv("DASHBOARD_ROLES", raising=False)
    assert roles.roles().of("duyet@so.vn") is None and roles.fault() is None


@pytest.mark.parametrize(
    ("line", "problem", "remedy"),
    [
        ('"a@b.vn" = { role = "officer", district = "Z33" }', "mã “Z33”", "Có phải ý bạn là “Z3”?"),
        ('"a@b.vn" = { role = "officer", district = "Ba" }', "mã “Ba”", "Có phải ý bạn là “Z3”?"),
        ('"a@b.vn" = { role = "officer", district = "Z" }', "mã “Z”", "Được dùng: Z1 Một, Z2 Hai"),
        ('"a@b.vn" = { role = "officer" }', "thiếu district", "Z4 Bốn"),
        ('"a@b.vn" = { role = "viewer", district = "Z3" }', "không gắn với đơn vị", "Bỏ district"),
        ('"a@b.vn" = { role = "aprover" }', "không nằm trong danh sách", "Có phải ý bạn là “approver”?"),
        ('"a@b.vn" = { rol = "viewer", role = "viewer" }', "khóa lạ", "Có phải ý bạn là “role”?"),
        ('"a b.vn" = { role = "viewer" }', "không phải địa chỉ", "ten@coquan.vn"),
        ('"*@*" = { role = "administrator" }', "không phải địa chỉ", "*@coquan.vn"),
        ('"C@D.vn" = { role = "viewer" }', "ghi hai lần", "Giữ lại một dòng"),
        ('"a@b.vn" = viewer', "không đúng cú pháp TOML", "dòng này"),
    ],
)
def test_a_fault_names_line_key_and_remedy(areas, line, problem, remedy):
    text = f'[people]\n"c@d.vn" = {{ role = "viewer" }}\n{line}\n'
    with pytest.raises(FaultsFound) as found:
        roles.read_roles(text, "vai-tro.toml", areas)

    (fault,) = found.value.faults
    assert (fault.file, fault.line) == ("vai-tro.toml", 3)
    assert problem in fault.problem and remedy in fault.remedy


def test_a_changed_file_is_read_and_a_broken_one_changes_nothing(listed, caplog):
    good = listed.read_text(encoding="utf-8")
    assert roles.roles().of("duyet@so.vn")
    listed.write_text(good.replace('"duyet@so.vn"', '"khac@huyen.vn"'), encoding="utf-8")
    assert roles.roles().of("khac@huyen.vn") and roles.roles().of("duyet@so.vn").role == Role.VIEWER

    listed.write_text(good.replace("approver", "aprover"), encoding="utf-8")
    assert roles.roles().of("khac@huyen.vn").role == Role.APPROVER
    assert "aprover" not in str(roles.fault()) or "approver" in str(roles.fault())
    assert "vai-tro.toml, dòng 4" in str(roles.fault()) and "vai-tro.toml, dòng 4" in caplog.text
    assert str(listed.parent) not in str(roles.fault())

    listed.unlink()
    assert roles.roles().of("khac@huyen.vn") and "không đọc được tệp" in str(roles.fault())
    listed.write_text(good, encoding="utf-8")
    assert roles.roles().of("duyet@so.vn").role == Role.APPROVER and roles.fault() is None


def test_another_file_does_not_inherit_roles(listed, monkeypatch):
    assert roles.roles().of("duyet@so.vn")
    monkeypatch.setenv("DASHBOARD_ROLES", str(listed.with_name("khong-co.toml")))
    assert roles.roles().of("duyet@so.vn") is None and roles.fault()


def test_every_version_is_in_the_audit_once(listed):
    good = listed.read_text(encoding="utf-8")
    roles.roles()
    listed.write_text(good.replace('"mc@so.vn" = { role = "presenter" }\n', ""), encoding="utf-8")
    roles.roles()
    roles.forget()  # as after a restart
    roles.roles()

    last, first = entries(action="roles")
    assert last.details["changed"] == {"mc@so.vn": None} and last.who == "vai-tro.toml"
    assert first.details["changed"]["an@huyen.vn"] == {"role": "officer", "district": "Z3"}


def test_an_unreadable_file_is_a_fault(listed):
    listed.write_bytes(b"\xff\xfe[people]")
    os.utime(listed, (1, 1))
    assert roles.roles().people == {} and "UTF-8" in str(roles.fault())
