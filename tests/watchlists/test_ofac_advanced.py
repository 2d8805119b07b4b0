"""OFAC's ADVANCED XML, on a small file written from its schema."""

from __future__ import annotations

from datetime import date

import pytest

from screening import Snapshot

NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="{namespace}" Version="1">
  <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>8</Month><Day>20</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType
    ID="1403">Name</AliasType></AliasTypeValues> <AreaCodeValues><AreaCode ID="7" CountryID="11"
    AreaCodeTypeID="1">UZ</AreaCode></AreaCodeValues> <CountryValues><Country
    ID="11">Uzbekistan</Country><Country ID="12">Russia</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91">Male</DetailReference></DetailReferenceValues>
    <FeatureTypeValues>
      <FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType>
      <FeatureType ID="224">Gender</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
      <FeatureType ID="646">Organization Established Date</FeatureType>
    </FeatureTypeValues>
    <IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType></IDRegDocDateTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1626">Registration Number</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="5">Executive Order 14024 (Russia)</LegalBasis></LegalBasisValues>
    <ListValues><List ID="1550">SDN List</List></ListValues>
    <LocPartTypeValues>
      <LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType>
    </LocPartTypeValues>
    <NamePartTypeValues>
      <NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="1525">Entity Name</NamePartType>
    </NamePartTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
      <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
    </PartySubTypeValues>
    <PartyTypeValues>
      <PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType
      ID="4">Transport</PartyType>
    </PartyTypeValues>
    <RelationTypeValues><RelationType ID="1" Symmetrical="false">Owned or Controlled
    By</RelationType></RelationTypeValues> <SanctionsTypeValues><SanctionsType
    ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
    <ScriptValues><Script ID="215">Latin</Script><Script ID="220">Cyrillic</Script></ScriptValues>
  </ReferenceValueSets>
  <Locations>
    <Location ID="500"><LocationAreaCode AreaCodeID="7"/>
      <LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Value>1 Example
      Street</Value></LocationPartValue></LocationPart> <LocationPart
      LocPartTypeID="1454"><LocationPartValue
      Primary="true"><Value>Tashkent</Value></LocationPartValue></LocationPart>
    </Location>
    <Location ID="501"><LocationCountry CountryID="12" CountryRelevanceID="1"/></Location>
  </Locations>
  <IDRegDocuments>
    <IDRegDocument ID="900" IDRegDocTypeID="1626" IdentityID="70" IssuedBy-CountryID="11">
      <IDRegistrationNo>0101010</IDRegistrationNo>
      <DocumentDate IDRegDocDateTypeID="1480"><DatePeriod>
        <Start Approximate="false"><From><Year>2018</Year><Month>7</Month><Day>5</Day></From></Start>
        <End Approximate="false"><To><Year>2018</Year><Month>7</Month><Day>5</Day></To></End>
      </DatePeriod></DocumentDate>
    </IDRegDocument>
  </IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="7001"><Comment>Website www.example.uz</Comment>
      <Profile ID="7001" PartySubTypeID="3">
        <Identity ID="70" FixedRef="70" Primary="true" False="false">
          <Alias FixedRef="70" AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName ID="1" FixedRef="70" DocNameStatusID="1"><DocumentedNamePart>
              <NamePartValue NamePartGroupID="81" ScriptID="215">OOO
              EXAMPLE</NamePartValue></DocumentedNamePart></DocumentedName>
            <DocumentedName ID="2" FixedRef="70" DocNameStatusID="2"><DocumentedNamePart>
              <NamePartValue NamePartGroupID="81" ScriptID="220">ООО
              ПРИМЕР</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <Alias FixedRef="71" AliasTypeID="1400" Primary="false" LowQuality="true">
            <DocumentedName ID="3" FixedRef="71" DocNameStatusID="1"><DocumentedNamePart>
              <NamePartValue NamePartGroupID="81"
              ScriptID="215">EXO</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="81"
          NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups>
        </Identity>
        <Feature ID="1" FeatureTypeID="25"><FeatureVersion ID="1" ReliabilityID="1"><VersionLocation
        LocationID="500"/></FeatureVersion></Feature> <Feature ID="2" FeatureTypeID="646"><FeatureVersion
        ID="2" ReliabilityID="1"><DatePeriod>
          <Start Approximate="false"><From><Year>2018</Year><Month>7</Month><Day>5</Day></From></Start>
          <End
          Approximate="false"><To><Year>2018</Year><Month>7</Month><Day>5</Day></To></End></DatePeriod></FeatureVersion></Feature>
      </Profile>
    </DistinctParty>
    <DistinctParty FixedRef="7002">
      <Profile ID="7002" PartySubTypeID="4">
        <Identity ID="72" FixedRef="72" Primary="true" False="false">
          <Alias FixedRef="72" AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName ID="4" FixedRef="72" DocNameStatusID="1">
              <DocumentedNamePart><NamePartValue NamePartGroupID="83" ScriptID="215">Ivan</NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="82" ScriptID="215">PRIMEROV</NamePartValue></DocumentedNamePart>
            </DocumentedName>
          </Alias>
          <NamePartGroups>
            <MasterNamePartGroup><NamePartGroup ID="82" NamePartTypeID="1520"/></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="83" NamePartTypeID="1521"/></MasterNamePartGroup>
          </NamePartGroups>
        </Identity>
        <Feature ID="3" FeatureTypeID="8"><FeatureVersion ID="3" ReliabilityID="1"><DatePeriod>
          <Start Approximate="true"><From><Year>1962</Year><Month>1</Month><Day>1</Day></From></Start>
          <End Approximate="true"><To><Year>1962</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
        <Feature ID="4" FeatureTypeID="224"><FeatureVersion ID="4" ReliabilityID="1"><VersionDetail DetailTypeID="1431" DetailReferenceID="91"/></FeatureVersion></Feature>
        <Feature ID="5" FeatureTypeID="10"><FeatureVersion ID="5" ReliabilityID="1"><VersionLocation LocationID="501"/></FeatureVersion></Feature>
      </Profile>
    </DistinctParty>
  </DistinctParties>
  <ProfileRelationships>
    <ProfileRelationship ID="1" From-ProfileID="7001" To-ProfileID="7002" RelationTypeID="1" RelationQualityID="1" Former="false" SanctionsEntryID="1"/>
  </ProfileRelationships>
  <SanctionsEntries>
    <SanctionsEntry ID="1" ProfileID="7001" ListID="1550">
      <EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="5"><Date CalendarTypeID="1"><Year>2024</Year><Month>8</Month><Day>23</Day></Date></EntryEvent>
      <SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure>
      <SanctionsMeasure ID="2" SanctionsTypeID="2"><Comment/></SanctionsMeasure>
    </SanctionsEntry>
    <SanctionsEntry ID="2" ProfileID="7002" ListID="1550">
      <EntryEvent ID="2" EntryEventTypeID="1" LegalBasisID="5"><Date CalendarTypeID="1"><Year>2024</Year><Month>8</Month><Day>23</Day></Date></EntryEvent>
      <SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure>
    </SanctionsEntry>
  </SanctionsEntries>
</Sanctions>
"""  # noqa: E501 - as the publisher lays it out


@pytest.fixture(params=[NAMESPACE, "http://www.un.org/sanctions/1.0"])
def snapshot(tmp_path, request):
    path = tmp_path / "SDN_ADVANCED.XML"
    path.write_text(ADVANCED.replace("{namespace}", request.param), encoding="utf-8")
    return Snapshot.read(path)


def test_the_list_says_what_it_is(snapshot):
    assert (snapshot.list_id, snapshot.list_date) == ("us_ofac_sdn", date(2026, 8, 20))
    assert snapshot.evidence == "schema only"
    assert len(snapshot) == 2
    assert snapshot.notes == []


def test_an_entity_is_put_together_from_what_it_points_to(snapshot):
    entry = snapshot.entry("7001")
    assert entry["schema"] == "Organization"
    assert [(name["name"], name["name_type"], name["script"]) for name in entry["names"]] == [
        ("OOO EXAMPLE", "primary", "Latin"),
        ("ООО ПРИМЕР", "alias", "Cyrillic"),
        ("EXO", "weak_alias", "Latin"),
    ]
    assert entry["addresses"][0]["address"] == "1 Example Street, Tashkent, Uzbekistan"
    assert entry["addresses"][0]["country"] == "UZ"
    number, website = entry["identifiers"]
    assert (number["type"], number["number"], number["country"], number["issued_on"]) == (
        "Registration Number",
        "0101010",
        "UZ",
        "2018-07-05",
    )
    assert (website["type"], website["number"]) == ("Website", "www.example.uz")
    assert entry["incorporated_on"] == "2018-07-05"
    assert (entry["programmes"], entry["measures"]) == (["RUSSIA-EO14024"], ["asset_freeze"])
    assert entry["listed_on"] == date(2024, 8, 23)
    assert entry["links"] == [{"relation": "Owned or Controlled By", "name": "PRIMEROV, Ivan", "other_id": "7002"}]


def test_a_person_has_last_name_first_as_in_the_other_formats(snapshot):
    entry = snapshot.entry("7002")
    assert (entry["schema"], entry["name"]) == ("Person", "PRIMEROV, Ivan")
    assert (entry["birth_dates"], entry["gender"], entry["countries"]) == (["circa 1962"], "male", ["RU"])
