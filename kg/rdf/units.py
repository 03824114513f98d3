"""Units that QUDT has, by the base units of figures."""

from __future__ import annotations

from pyoxigraph import NamedNode

_CURRENCIES = ("CNY", "EUR", "GBP", "HKD", "JPY", "KRW", "TWD", "USD")
_UNITS = {
    "%": "PERCENT", "percent": "PERCENT", "1": "UNITLESS", "倍": "UNITLESS", "年": "YR",
    "个月": "MO", "天": "DAY", "小时": "HR", "h": "HR", "分钟": "MIN", "min": "MIN", "秒": "SEC",
    "s": "SEC", "ms": "MilliSEC", "μs": "MicroSEC", "ns": "NanoSEC", "吨": "TONNE",
    "公斤": "KiloGM", "kg": "KiloGM", "g": "GM", "克": "GM", "m": "M", "米": "M", "cm": "CentiM",
    "mm": "MilliM", "μm": "MicroM", "nm": "NanoM", "km": "KiloM", "公里": "KiloM", "W": "W",
    "瓦": "W", "kW": "KiloW", "千瓦": "KiloW", "MW": "MegaW", "GW": "GigaW", "kWh": "KiloW-HR",
    "千瓦时": "KiloW-HR", "MWh": "MegaW-HR", "GWh": "GigaW-HR", "MJ": "MegaJ", "V": "V", "A": "A",
    "T": "T", "K": "K", "℃": "DEG_C", "°C": "DEG_C", "Hz": "HZ", "MHz": "MegaHZ",
    "GHz": "GigaHZ", "GB": "GigaBYTE", "TB": "TeraBYTE", "bit": "BIT", "比特": "BIT", "N": "N",
    "Pa": "PA", "MPa": "MegaPA", "GPa": "GigaPA",
}  # fmt: skip


def unit(base: str | None) -> NamedNode | None:
    """The QUDT unit of a base unit, None where it has none."""
    if base in _CURRENCIES:
        return NamedNode(f"http://qudt.org/vocab/currency/{base}")
    known = _UNITS.get(base or "")
    return NamedNode(f"http://qudt.org/vocab/unit/{known}") if known else None
