"""The overview's content as the tutorials of three libraries write it: what our page is measured beside."""

MAP = "ty_le_ho_ngheo"
CARDS = ["giai_quyet_viec_lam", "tuyen_sinh_dao_tao", "ty_le_lao_dong_qua_dao_tao_co_bang_cap", MAP]
