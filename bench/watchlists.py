"""How fast lists are read and stored ones loaded, and what a large ADVANCED XML needs in memory.

    python bench/watchlists.py                  all of it, on the real lists in ../shared/lists
    python bench/watchlists.py --megabytes 120  the size of the generated ADVANCED XML

Prints a table; nothing is kept. Figures are of this machine; the ratios are what matters.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from screening import Snapshot

SHARED = Path(os.environ.get("SCREENING_SHARED") or Path(__file__).resolve().parents[1] / "../shared").resolve()
LISTS = (
    "us_ofac_sdn_composite/2026-08-20",
    "us_csl/consolidated_2022-04.csv.gz",
    "eu_fsf/eu_fsf_reconstructed_2026-02-26.xml.gz",
    "uk_sanctions_list/uk_sanctions_list_reconstructed_2026-08-22.xml.gz",
    "un_consolidated/un_2026-02-27.xml.gz",
    "au_dfat/regulation8_consolidated_2024-12.xlsx",
)
ROUNDS = 5

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
<DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>8</Month><Day>20</Day></DateOfIssue>
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType
ID="1403">Name</AliasType></AliasTypeValues> <CountryValues><Country ID="11">Russia</Country></CountryValues>
<FeatureTypeValues>
<FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType>
</FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<ListValues><List ID="1550">SDN List</List></ListValues>
<LocPartTypeValues><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
<NamePartTypeValues>
<NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
</NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215">Latin</Script></ScriptValues>
</ReferenceValueSets>
"""
LOCATION = """<Location ID="{n}"><LocationCountry CountryID="11" CountryRelevanceID="1"/>
<LocationPart LocPartTypeID="1454">
<LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1">
<Comment/><Value>City {n}</Value></LocationPartValue></LocationPart></Location>
"""
DOCUMENT = """<IDRegDocument ID="{n}" IDRegDocTypeID="1571" IdentityID="{n}" IssuedBy-CountryID="11">
<Comment/><IDRegistrationNo>P{n:08}</IDRegistrationNo></IDRegDocument>
"""
ALIAS = """<Alias FixedRef="{n}" AliasTypeID="{kind}" Primary="{primary}" LowQuality="false">
<DocumentedName ID="{n}{a}" FixedRef="{n}" DocNameStatusID="1">
<DocumentedNamePart><NamePartValue NamePartGroupID="{n}1" ScriptID="215" ScriptStatusID="1" Acronym="false">
FAMILY{n} VARIANT{a}</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="{n}2" ScriptID="215" ScriptStatusID="1" Acronym="false">
Given{a}</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
"""
PARTY = """<DistinctParty FixedRef="{n}"><Comment/><Profile ID="{n}" PartySubTypeID="4">
<Identity ID="{n}" FixedRef="{n}" Primary="true" False="false">{aliases}<NamePartGroups>
<MasterNamePartGroup><NamePartGroup ID="{n}1" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="{n}2" NamePartTypeID="1521"/></MasterNamePartGroup>
</NamePartGroups></Identity>
<Feature ID="{n}" FeatureTypeID="8"><FeatureVersion ID="{n}" ReliabilityID="1">
<DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true">
<Start Approximate="false"><From><Year>1962</Year><Month>1</Month><Day>1</Day></From></Start>
<End Approximate="false"><To><Year>1962</Year><Month>1</Month><Day>1</Day></To></End>
</DatePeriod></FeatureVersion></Feature>
<Feature ID="{n}" FeatureTypeID="25"><FeatureVersion ID="{n}" ReliabilityID="1">
<VersionLocation LocationID="{n}"/></FeatureVersion></Feature>
<!-- {padding} --></Profile></DistinctParty>
"""
ENTRY = """<SanctionsEntry ID="{n}" ProfileID="{n}" ListID="1550">
<EntryEvent ID="{n}" EntryEventTypeID="1"><Comment/>
<Date CalendarTypeID="1"><Year>2024</Year><Month>8</Month><Day>23</Day></Date></EntryEvent>
<SanctionsMeasure ID="{n}" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>
"""
NAMES = 6
PER_ENTRY = 6100
"""Bytes of generated XML per party, all sections together; OFAC's own file has about as many."""


def advanced_xml(path: Path, megabytes: float) -> int:
    """Write an ADVANCED XML of about that size, every party with six names; returns the number of parties."""
    parties = range(1, max(2, int(megabytes * 1024**2 / PER_ENTRY)))
    with path.open("w", encoding="utf-8") as out:
        out.write(HEAD + "<Locations>\n")
        out.writelines(LOCATION.format(n=n) for n in parties)
        out.write("</Locations>\n<IDRegDocuments>\n")
        out.writelines(DOCUMENT.format(n=n) for n in parties)
        out.write("</IDRegDocuments>\n<DistinctParties>\n")
        out.writelines(_party(n) for n in parties)
        out.write("</DistinctParties>\n<ProfileRelationships/>\n<SanctionsEntries>\n")
        out.writelines(ENTRY.format(n=n) for n in parties)
        out.write("</SanctionsEntries>\n</Sanctions>\n")
    return len(parties)


def _party(n: int) -> str:
    kinds = [(1403, "true"), *[(1400, "false")] * (NAMES - 1)]
    aliases = (ALIAS.format(n=n, a=a, kind=kind, primary=primary) for a, (kind, primary) in enumerate(kinds))
    return PARTY.format(n=n, aliases="".join(aliases), padding="x" * 1400)


def _seconds(what: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        what()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def parse_and_load() -> None:
    """Print, for each list, the time to parse its source, to load it stored, and the ratio."""
    print(f"{'list':<70} {'entries':>8} {'parse s':>8} {'load s':>8} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as work:
        for number, name in enumerate(LISTS):
            path = SHARED / "lists" / name
            if not path.exists():
                print(f"{name:<70} not there")
                continue
            snapshot = Snapshot.read(path)
            stored = snapshot.write(Path(work) / str(number))
            parse = _seconds(lambda path=path: Snapshot.read(path), ROUNDS)
            load = _seconds(lambda stored=stored: Snapshot.read(stored), ROUNDS)
            print(f"{name:<70} {len(snapshot):>8,} {parse:>8.2f} {load:>8.3f} {parse / load:>5.0f}×")


def advanced(megabytes: float) -> None:
    """Print what reading a generated ADVANCED XML takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "SDN_ADVANCED.XML"
        parties = advanced_xml(path, megabytes)
        size = path.stat().st_size / 1024**2
        subprocess.run([sys.executable, __file__, "--read", str(path), "--expect", str(parties)], check=True)
        print(f"  of {size:.0f} MB and {parties:,} parties")


def read_one(path: str, expected: int) -> None:
    """Read one list and print time and peak memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.perf_counter()
    snapshot = Snapshot.read(path)
    taken = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if len(snapshot) != expected:
        raise SystemExit(f"{len(snapshot)} entries, not {expected}")
    print(f"ADVANCED XML: {taken:.1f} s, peak {peak:.0f} MB ({before:.0f} MB before reading)")


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=120.0)
    parser.add_argument("--read", help=argparse.SUPPRESS)
    parser.add_argument("--expect", type=int, default=0, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read:
        read_one(arguments.read, arguments.expect)
        return
    advanced(arguments.megabytes)  # first: a child's peak counts from what its parent had
    parse_and_load()


if __name__ == "__main__":
    main()
