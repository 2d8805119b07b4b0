"""What each publisher's tables say that no heading does: currency, scale and unit of Comtrade, Comext and the IMF."""

from __future__ import annotations

from typing import Final

from screening.intake.statistics_roles import Layout

COMTRADE: Final = "UN Comtrade"
COMEXT: Final = "Eurostat Comext"
IMF: Final = "IMF"
OTHER: Final = "national table"
OWN: Final = "our own CSV"


def name_of(told: Layout) -> str:
    """Which publisher's table it is, by its columns."""
    heads = {"".join(char for char in heading.lower() if char.isalnum()) for heading in told.header}
    if "indicatorid" in heads or {"counterpartcountry", "indicator"} <= heads:
        return IMF
    if heads & {"cmdcode", "commoditycode"} and heads & {"primaryvalue", "tradevalueus", "tradevalue", "fobvalue"}:
        return COMTRADE
    if heads & {"valueineur", "valueineuros", "valueeur"} and heads & {"cncode", "productnc", "product"}:
        return COMEXT
    if {"reporter", "partner", "product", "indicators"} <= heads:
        return COMEXT
    if {"reporter", "partner", "flow", "period", "value", "currency"} <= heads:
        return OWN
    return OTHER


def prepared(told: Layout) -> None:
    """Say of a table what its publisher always means."""
    name = name_of(told)
    if name == COMTRADE:
        told.say("currency", "USD", "rule of UN Comtrade")
    elif name == COMEXT:
        told.say("currency", "EUR", "rule of Comext")
    elif name == IMF:
        # the indicator says currency and valuation: "XG_FOB_USD"
        told.say("currency", "USD", "rule of the IMF's trade statistics")
