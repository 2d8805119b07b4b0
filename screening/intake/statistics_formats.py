"""What each publisher's tables say that no heading does: currency, scale and unit of Comtrade, Comext and the IMF."""

from __future__ import annotations

from typing import Final

from screening.intake.statistics_roles import Layout

COMTRADE: Final = "UN Comtrade"
COMEXT: Final = "Eurostat Comext"
IMF: Final = "IMF"
BACI: Final = "CEPII BACI"
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
    if heads == set(_BACI):
        return BACI
    if {"reporter", "partner", "product", "indicators"} <= heads:
        return COMEXT
    if {"reporter", "partner", "flow", "period", "value", "currency"} <= heads:
        return OWN
    return OTHER


_BACI: Final = {"t": "year", "i": "reporter_code", "j": "partner_code", "k": "code", "v": "value", "q": "net_kg"}
"""CEPII's columns: year, exporter, importer, product, value in thousand dollars, weight in tonnes."""


def lettered(told: Layout) -> Layout | None:
    """The layout of a table whose columns are letters only their publisher explains; None where it is none."""
    heads = [heading.strip().lower() for heading in told.header]
    if set(heads) != set(_BACI) or len(heads) != len(_BACI):
        return None
    told.columns = {role: [heads.index(letter)] for letter, role in _BACI.items()}
    for role, value in (("flow", "export"), ("currency", "USD"), ("scale", "1000"), ("net_kg_scale", "1000")):
        told.say(role, value, "rule of CEPII's BACI")
    told.notes.append("its figures are made of what both sides report: beside either of them they are no mirror")
    return told


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
