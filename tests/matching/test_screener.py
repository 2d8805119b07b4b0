"""`Screener`: what it returns, and that order, batches, processes, pickling and saving change nothing."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening import Snapshot, workers
from screening.errors import InputError, OutputError, SettingsError
from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names, search
from screening.model import MATCHES

LISTED = pa.table(
    {
        "entry_id": ["1", "1", "2", "3", "4", "5", "6", "7", "8"],
        "schema": [
            "Person",
            "Person",
            "Company",
            "Organization",
            "Vessel",
            "Company",
            "LegalEntity",
            "Person",
            "Company",
        ],
        "name": [
            "KADYROV, Gulom Rashidovich",
            "Ғулом Қодиров",
            "Shanghai Winsun Import and Export Co., Ltd.",
            "Fergana Chemical Plant",
            "Golden Argo",
            "Almaz Antey",
            "Zartab Sanat",
            "Muhammad Husayn Nuri",
            "Zartab Petrochemical",
        ],
        "name_type": ["primary", "alias", *["primary"] * 7],
    }
)
SUBJECTS = pa.table(
    {
        "subject_id": ["a", "b", "c", "d", "e", "f", "g", "h"],
        "name": [
            "Gulyam Kadyrov",
            "Shanghai Win Sun Imp. & Exp.",
            "Фарғона кимё заводи",
            "GOLDEN ARGO",
            "Zartab Petrochemical Kaveh",
            "Zartab Sanat LLC",
            "Johanna Lindqvist",
            "محمد حسین نوری",
        ],
        "schema": ["Person", "Company", None, "Vessel", "Company", "LegalEntity", "Person", "Person"],
    }
)


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener([LISTED])


def _pairs(table: pa.Table) -> list[tuple[str, str, str]]:
    return list(zip(*(table.column(key).to_pylist() for key in ("subject_id", "entry_id", "relation")), strict=True))


def test_subjects_are_found_across_scripts_spellings_and_schemas(screener: Screener) -> None:
    found = screener.screen(SUBJECTS)
    assert found.schema.equals(MATCHES)
    pairs = _pairs(found)
    for expected in (
        ("a", "1", "same_party"),
        ("b", "2", "same_party"),
        ("c", "3", "same_party"),
        ("d", "4", "same_party"),
        ("e", "8", "possible_affiliate"),
        ("f", "6", "same_party"),
        ("h", "7", "same_party"),
    ):
        assert expected in pairs
    assert not [pair for pair in pairs if pair[0] == "g"]


def test_a_score_is_what_comparing_the_two_names_gives(screener: Screener) -> None:
    for row in screener.screen(SUBJECTS, limit=None).to_pylist():
        compared = compare_names(row["subject_name"], row["matched_name"], schema=row["schema"])
        assert row["score"] == compared.score
        assert row["explanation"] == compared.explanation
        assert sum(part["points"] for part in row["parts"]) == pytest.approx(row["score"], abs=1e-5)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Національне антикорупційне бюро України", "NABU - National Anti-Corruption Bureau of Ukraine"),
        ("SMIC", "Semiconductor Manufacturing International Corporation"),
        ("Semiconductor Manufacturing International Corporation", "SMIC"),
        ("EGPC", "الهيئة المصرية العامة للبترول"),
        ("Türkiye Petrolleri Anonim Ortaklığı", "TPAO"),
    ],
)
def test_a_score_of_texts_that_hold_several_names_is_what_comparing_gives_too(name: str, listed: str) -> None:
    screener = Screener([pa.table({"entry_id": ["1"], "schema": ["Company"], "name": [listed]})])
    found = screener.screen(pa.table({"name": [name], "schema": ["Company"]})).to_pylist()
    assert [row["score"] for row in found] == [compare_names(name, listed, schema="Company").score]


def test_the_limit_keeps_the_best_entry_where_its_bound_is_lower_than_anothers_score() -> None:
    listed = ["Shenzhen Tianrui Optical", "Shenzhen Tianrui Optical Instrument Co Ltd"]
    screener = Screener([pa.table({"entry_id": ["1", "2"], "schema": ["Company"] * 2, "name": listed})])
    subject = pa.table({"name": ["深圳天瑞光学仪器有限公司"], "schema": ["Company"]})
    assert screener.screen(subject, limit=1).to_pylist() == screener.screen(subject, limit=None).to_pylist()[:1]


def test_matches_of_a_subject_stand_best_first_subjects_in_their_order(screener: Screener) -> None:
    found = screener.screen(SUBJECTS, limit=None)
    ids = found.column("subject_id").to_pylist()
    assert ids == sorted(ids)
    for subject in set(ids):
        scores = [row["score"] for row in found.to_pylist() if row["subject_id"] == subject]
        assert scores == sorted(scores, reverse=True)


def test_an_entry_is_reported_once_by_its_best_name(screener: Screener) -> None:
    subject = pa.table({"subject_id": ["x"], "name": ["Ғулом Қодиров"], "schema": ["Person"]})
    found = screener.screen(subject).to_pylist()
    assert [(row["entry_id"], row["matched_name"], row["name_type"]) for row in found] == [
        ("1", "Ғулом Қодиров", "alias")
    ]


def test_the_limit_counts_entries_of_each_list() -> None:
    names = [f"Zartab Sanat {word}" for word in ("LLC", "Co", "Ltd", "JSC")]
    first = pa.table({"entry_id": list("abcd"), "name": names, "schema": ["Company"] * 4, "list_id": ["one"] * 4})
    second = pa.table({"entry_id": list("abcd"), "name": names, "schema": ["Company"] * 4, "list_id": ["two"] * 4})
    both = Screener([first, second])
    subject = pa.table({"name": ["Zartab Sanat"], "schema": ["Company"]})
    for limit, expected in ((1, 2), (3, 6), (None, 8)):
        found = both.screen(subject, limit=limit)
        assert found.num_rows == expected
        assert set(found.column("list_id").to_pylist()) == {"one", "two"}


def test_polars_pandas_and_mappings_are_taken_as_arrow_is(screener: Screener) -> None:
    expected = screener.screen(SUBJECTS)
    frame = pl.from_arrow(SUBJECTS)
    assert screener.screen(frame).equals(expected)
    assert screener.screen(SUBJECTS.to_pydict()).equals(expected)
    assert screener.screen(SUBJECTS.to_pandas()).equals(expected)


def test_a_subject_with_several_names_is_one_subject(screener: Screener) -> None:
    subjects = pa.table(
        {"subject_id": ["x", "x"], "name": ["Johanna Lindqvist", "Gulom Kadyrov"], "schema": ["Person", "Person"]}
    )
    found = screener.screen(subjects).to_pylist()
    assert [(row["entry_id"], row["subject_name"]) for row in found] == [("1", "Gulom Kadyrov")]


def test_the_order_of_lists_and_of_subjects_changes_nothing(screener: Screener) -> None:
    rng = random.Random(3)
    expected = sorted(screener.screen(SUBJECTS, limit=None).to_pylist(), key=str)
    rows = list(range(len(SUBJECTS)))
    rng.shuffle(rows)
    assert sorted(screener.screen(SUBJECTS.take(rows), limit=None).to_pylist(), key=str) == expected
    halves = [LISTED.slice(5).append_column("list_id", pa.array(["q"] * 4)), LISTED.slice(0, 5)]
    one, other = Screener(halves), Screener(halves[::-1])
    wanted = [
        {key: value for key, value in row.items() if key not in ("list_id", "snapshot_id")}
        for row in one.screen(SUBJECTS, limit=None).to_pylist()
    ]
    got = [
        {key: value for key, value in row.items() if key not in ("list_id", "snapshot_id")}
        for row in other.screen(SUBJECTS, limit=None).to_pylist()
    ]
    assert sorted(got, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_size_of_batches_changes_nothing(screener: Screener, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = screener.screen(SUBJECTS, limit=None)
    monkeypatch.setattr(search, "BATCH", size)
    assert screener.screen(SUBJECTS, limit=None).equals(expected)
    parts = [screener.screen(SUBJECTS.slice(at, size), limit=None) for at in range(0, len(SUBJECTS), size)]
    assert pa.concat_tables(parts).equals(expected)


@pytest.mark.parametrize("words", [25, 100])
def test_how_many_listed_words_are_put_together_at_once_changes_nothing(
    words: int, screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.matching.neighbours.AT_ONCE", words)
    names = LISTED.column("name").to_pylist()
    many = pa.concat_tables([LISTED, pa.table({
        "entry_id": [f"more {n}" for n in range(60)],
        "schema": ["Company"] * 60,
        "name": [f"{names[n % len(names)]} Tandem {n}" for n in range(60)],
        "name_type": ["primary"] * 60,
    })])  # fmt: skip
    made = Screener([many]).screen(SUBJECTS)
    monkeypatch.undo()
    assert made.to_pylist() == Screener([many]).screen(SUBJECTS).to_pylist()
    assert len(made) >= len(screener.screen(SUBJECTS))


def test_the_number_of_processes_changes_nothing(screener: Screener, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = screener.screen(SUBJECTS, limit=None, workers=1)
    monkeypatch.setattr(workers, "FEWEST", 2)
    assert screener.screen(SUBJECTS, limit=None, workers=3).equals(expected)


def test_lists_read_and_indexed_in_other_processes_give_the_same_hits(
    screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, value in (("matching.holdings.MANY", 2), ("matching.name_index.MANY", 2), ("workers.AHEAD", 1)):
        monkeypatch.setattr(f"screening.{place}", value)
    monkeypatch.setattr(workers, "FEWEST", 2)
    made = Screener([LISTED])
    assert made.screen(SUBJECTS, limit=None, workers=1).equals(screener.screen(SUBJECTS, limit=None, workers=1))
    assert len(made) == len(screener)


def test_a_pickled_screener_gives_the_same_hits(screener: Screener) -> None:
    copied = pickle.loads(pickle.dumps(screener))
    assert copied.screen(SUBJECTS).equals(screener.screen(SUBJECTS))
    assert len(copied) == len(screener)
    assert copied.snapshots == screener.snapshots


def test_a_saved_and_loaded_screener_gives_the_same_hits(screener: Screener, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    screener.save(folder)
    loaded = Screener.load(folder, snapshots=screener.snapshots)
    assert loaded.screen(SUBJECTS, limit=None).equals(screener.screen(SUBJECTS, limit=None))
    assert loaded.threshold == screener.threshold
    screener.save(folder)  # an older one is taken over
    assert len(Screener.load(folder)) == len(screener)
    assert [path.name for path in tmp_path.iterdir()] == ["saved"]


def test_a_screener_of_other_lists_or_another_version_is_not_loaded(
    screener: Screener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "saved"
    screener.save(folder)
    with pytest.raises(InputError, match="other snapshots"):
        Screener.load(folder, snapshots=["another"])
    monkeypatch.setattr("screening.matching.storage.made_with", lambda: "0+other")
    with pytest.raises(InputError, match="another version"):
        Screener.load(folder)


@pytest.mark.parametrize("name", ["screener.json", "names.arrow", "person.table.key.npy"])
@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_damaged_folder_is_an_input_error(screener: Screener, tmp_path: Path, name: str, damage: str) -> None:
    folder = tmp_path / "saved"
    screener.save(folder)
    path = folder / name
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(InputError, match="no whole screener"):
        Screener.load(folder)


def test_a_folder_of_something_else_is_not_written_over(screener: Screener, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("keep")
    with pytest.raises(OutputError, match="holds no screener"):
        screener.save(tmp_path)
    assert (tmp_path / "precious.txt").read_text() == "keep"


@pytest.mark.parametrize("threshold", [-0.01, -1.0, 1.01, float("nan")])
def test_a_threshold_outside_its_range_is_refused(threshold: float) -> None:
    with pytest.raises(SettingsError):
        Screener([LISTED], threshold=threshold)


@pytest.mark.parametrize("threshold", [0.0, 0.2])
def test_a_limit_passes_over_only_what_is_not_among_the_best(threshold: float) -> None:
    loose = Screener([LISTED], threshold=threshold)
    every = _pairs(loose.screen(SUBJECTS, limit=None))
    for limit in (1, 2, 5):
        best = [row for key in dict.fromkeys(each[0] for each in every) for row in every if row[0] == key]
        counted: dict[str, int] = {}
        wanted = []
        for row in best:
            counted[row[0]] = counted.get(row[0], 0) + 1
            if counted[row[0]] <= limit:
                wanted.append(row)
        assert _pairs(loose.screen(SUBJECTS, limit=limit)) == wanted


def test_a_threshold_of_zero_still_says_nothing_of_names_without_anything_in_common() -> None:
    found = Screener([LISTED], threshold=0.0).screen(SUBJECTS, limit=None)
    assert min(found.column("score").to_pylist()) > 0
    assert "g" not in found.column("subject_id").to_pylist()


def test_the_threshold_decides_what_is_reported() -> None:
    subject = pa.table({"name": ["Gulyam Kadyrov"], "schema": ["Person"]})
    loose, strict = Screener([LISTED], threshold=0.3), Screener([LISTED], threshold=1.0)
    assert loose.screen(subject).num_rows >= 1
    assert strict.screen(subject).num_rows == 0
    exact = pa.table({"name": ["Almaz Antey"], "schema": ["Company"]})
    assert strict.screen(exact).column("score").to_pylist() == [1.0]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pa.table({"title": ["x"]}), "no column 'name'"),
        (pa.table({"name": ["x"], "schema": ["Robot"]}), "row 1: unknown schema 'Robot'"),
    ],
)
def test_bad_tables_are_refused_with_a_reason(screener: Screener, table: pa.Table, message: str) -> None:
    with pytest.raises(InputError, match=message):
        screener.screen(table)
    with pytest.raises(InputError, match=message if "schema" in message else "no column 'name'"):
        Screener([table])


def test_nothing_to_screen_or_to_screen_against_gives_an_empty_table(screener: Screener) -> None:
    nothing = pa.table({"name": pa.array([], pa.string())})
    assert screener.screen(nothing).schema.equals(MATCHES)
    assert screener.screen(nothing).num_rows == 0
    assert Screener([nothing]).screen(SUBJECTS).num_rows == 0
    assert Screener([]).screen(SUBJECTS).num_rows == 0
    assert screener.screen(pa.table({"name": pa.array([None, "", " "], pa.string())})).num_rows == 0


def test_an_identifier_in_common_is_a_hit_of_its_own() -> None:
    listed = LISTED.slice(1, 2).append_column(
        "identifiers",
        pa.array([[], [{"type": "Registration Number", "number": "301 234 567", "country": "CN"}]]),
    )
    subjects = pa.table(
        {
            "subject_id": ["x", "y", "z"],
            "name": ["Something Else", "Something Else", "Something Else"],
            "country": ["CN", "UZ", None],
            "tax_id": ["301234567"] * 3,
        }
    )
    found = Screener([listed]).screen(subjects).to_pylist()
    assert [(row["subject_id"], row["entry_id"], row["matched_on"], row["score"]) for row in found] == [
        ("x", "2", "identifier", 1.0)
    ]
    assert "301234567" in found[0]["explanation"]


def test_a_number_listed_without_a_country_is_met_in_the_countries_of_its_entry(tmp_path: Path) -> None:
    """Lists often give a number and no country, and the party's country beside it."""
    listed = tmp_path / "own.csv"
    listed.write_text(
        "entry_id,schema,name,country,id_type,id_number,id_country\n"
        "1,Company,Sample Optics Works,UZ,fiscalcode,301234567,\n"
        "2,Company,Other Sample Works,TR,fiscalcode,301234568,\n",
        encoding="utf-8",
    )
    subjects = pa.table(
        {
            "subject_id": ["its", "elsewhere", "of another"],
            "name": ["Nothing Alike"] * 3,
            "country": ["UZ", "KZ", "UZ"],
            "tax_id": ["301234567", "301234567", "301234568"],
        }
    )
    found = Screener([Snapshot.read(listed)]).screen(subjects).to_pylist()
    assert [(row["subject_id"], row["entry_id"]) for row in found] == [("its", "1")]
    assert "no country stated, UZ by its label or party" in found[0]["explanation"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.text(max_size=40), st.sampled_from(["", "A" * 5000, "ا" * 700, "a b " * 300, "\x00", "٠٠٠"])),
            st.sampled_from(["Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane", None]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_name_makes_it_raise_listed_or_looked_up(names: list[tuple[str, str | None]]) -> None:
    texts = [name.encode("utf-8", "replace").decode() for name, _ in names]
    table = pa.table({"name": texts, "schema": pa.array([schema for _, schema in names], pa.string())})
    found = Screener([table, LISTED], threshold=DEFAULT_THRESHOLD).screen(table, limit=None)
    assert found.schema.equals(MATCHES)
    assert all(0.0 < score <= 1.0 for score in found.column("score").to_pylist())


@pytest.mark.parametrize("listed", ["JOINT-STOCK COMPANY CONCERN ALMAZ-ANTEY", "Almaz-Antey Corp", "Almaz Antey"])
def test_a_longer_name_is_a_possible_affiliate_whatever_stands_around_the_listed_names_words(listed: str) -> None:
    subjects = pa.table({"name": ["Almaz Antey Telecommunications"]})
    found = Screener([pa.table({"name": [listed]})]).screen(subjects)
    assert found.column("relation").to_pylist() == ["possible_affiliate"]
