"""Articles in every format and encoding become stories with title, link, date, language and places."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.articles import ArticleIntake, original_text, read_articles

BODY = (
    "The company Vostok Pumps LLC sold pumps to a plant in the north, officials said on Monday. "
    "The plant did not comment, and the company said that it had followed the law in all it did."
)
RUSSIAN = (
    "Компания «Восток Насосы» продала насосы заводу на севере, сообщили в понедельник чиновники. "
    "Завод не прокомментировал это, а компания сказала, что она следовала закону во всём."
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Site</title><language>en-GB</language>
<item><title>Pumps &amp; plants</title><link>https://example.org/1</link>
<pubDate>Mon, 15 Jun 2026 18:23:24 +0000</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{BODY}</p><form><p>Subscribe</p><input></form>
<div class="newsletter">Our letter</div><script>var x = "Evil Corp";</script>
<p>Fish&#8217;s &amp; Chips Ltd sold <b>nothing</b>.</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;{BODY} Again.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title>
<entry><title type="html">A &amp;amp; B</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/2"/><published>2026-01-31T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p></div></content></entry></feed>"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Pumps | Site</title>
<link rel="canonical" href="https://example.org/3">
<meta property="article:published_time" content="2025-03-04T00:00:00Z"><style>p{{}}</style></head><body>
<nav><ul><li><a href="/">Home Corporation</a></li></ul></nav>
<main><h1>Pumps for the north</h1><p>{BODY}</p><form>Search Engine Ltd</form></main>
<footer>Footer Holding Inc</footer></body></html>"""


def read(tmp_path: Path, content: str | bytes, name: str = "file.txt") -> ArticleIntake:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_articles([path])


def test_rss_is_told_by_content_and_read_whole(tmp_path: Path) -> None:
    first, second = read(tmp_path, RSS).stories
    assert (first.title, first.link) == ("Pumps & plants", "https://example.org/1")
    assert (first.published, first.language) == (date(2026, 6, 15), "en")
    assert "Fish’s & Chips Ltd sold nothing." in first.text
    for furniture in ("Subscribe", "Our letter", "Evil Corp", "short"):
        assert furniture not in first.text
    assert second.text.endswith("Again.")


def test_atom_with_markup_of_its_own(tmp_path: Path) -> None:
    (story,) = read(tmp_path, ATOM).stories
    assert (story.title, story.link, story.published) == ("A & B", "https://example.org/2", date(2026, 1, 31))
    assert BODY in story.text


def test_page_gives_its_main_text_without_menus_and_forms(tmp_path: Path) -> None:
    (story,) = read(tmp_path, PAGE, "page.dat").stories
    assert story.text == f"Pumps for the north\n\n{BODY}"
    assert (story.link, story.published) == ("https://example.org/3", date(2025, 3, 4))


def test_dump_of_several_stories_without_the_lines_around_them(tmp_path: Path) -> None:
    ticker = "• KGS/USD = 0.01144 0%\n\xa0 • KZT/USD = 0.00193 -0%\n"
    text = (
        f"{ticker}\nViewing results 1 - 2 of\n\nPumps Go North Without a Licence\n\n{BODY} And so...\n\n"
        f"U.S. Officials Warn of More Pumps\n\n{BODY}\n\nA subheading\n\n{BODY}\n"
    )
    first, second = read(tmp_path, text).stories
    assert [first.title, second.title] == [
        "Pumps Go North Without a Licence",
        "U.S. Officials Warn of More Pumps",
    ]
    assert "KGS" not in first.text
    assert "Viewing" not in first.text
    assert "A subheading" in second.text


def test_source_and_date_lines_of_a_text(tmp_path: Path) -> None:
    (story,) = read(
        tmp_path, f"Pumps go north\n\nSource: https://example.org/4 (read)\nDate: 2024-02-29\n\n{BODY}\n"
    ).stories
    assert (story.link, story.published) == ("https://example.org/4", date(2024, 2, 29))
    assert story.text == f"Pumps go north\n\n{BODY}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_cyrillic_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (story,) = read(tmp_path, f"Насосы отправили на север\n\n{RUSSIAN}\n".encode(encoding)).stories
    assert "«Восток Насосы»" in story.text
    assert story.language == "ru"


def test_turkish_in_windows_1254(tmp_path: Path) -> None:
    text = "Şirketin İstanbul ofisi\n\nYıldız Dış Ticaret ve ortağı Işık Lojistik, malları Güneş ile verdi."
    (story,) = read(tmp_path, text.encode("cp1254")).stories
    assert "Işık Lojistik" in story.text


def test_declared_encoding_of_a_feed_is_believed_when_the_bytes_agree(tmp_path: Path) -> None:
    feed = RSS.replace("UTF-8", "windows-1251").replace(BODY, RUSSIAN).encode("cp1251")
    assert "«Восток Насосы»" in read(tmp_path, feed).stories[0].text


def test_copies_are_one_story_with_two_places_even_when_cut_off(tmp_path: Path) -> None:
    longer = " ".join(f"Sentence number {n} says something of its own." for n in range(30))
    (tmp_path / "a.txt").write_text(f"Pumps go north\n\n{longer}\n")
    (tmp_path / "b.txt").write_text(f"Pumps went north\n\n{longer[:600].replace(' ', '  ')}...\n")
    (tmp_path / "c.txt").write_text(f"Pumps go north\n\n{BODY}\n")
    intake = read_articles([tmp_path])
    keys = [story.key for story in intake.stories]
    assert keys[0] == keys[1] != keys[2]
    assert any("more than one place" in note for note in intake.notes)


def test_offsets_are_into_the_decoded_file(tmp_path: Path) -> None:
    for name, content in (
        ("rss", RSS),
        ("atom", ATOM),
        ("page", PAGE),
        ("text", f"A title here\r\n\r\n{BODY}\r\n"),
    ):
        for story in read(tmp_path, content, name).stories:
            whole = original_text(tmp_path / name)
            start = story.text.index("Vostok Pumps LLC")
            low, high = story.original(start, start + len("Vostok Pumps LLC"))
            assert whole[low:high] == "Vostok Pumps LLC"
    feed = read(tmp_path, RSS, "rss").stories[0]
    at = feed.text.index("Fish’s & Chips")
    low, high = feed.original(at, at + len("Fish’s & Chips"))
    assert original_text(tmp_path / "rss")[low:high] == "Fish&#8217;s &amp; Chips"


def test_folders_are_read_with_what_is_below_them_and_loops_end(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "one.txt").write_text(f"Pumps go north\n\n{BODY}\n")
    (tmp_path / ".hidden").write_text("x")
    if hasattr(os, "symlink"):
        (deep / "loop").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "again.txt").symlink_to(deep / "one.txt")
    intake = read_articles([tmp_path, deep / "one.txt"])
    assert len(intake.stories) == 1
    assert any("hidden" in note for note in intake.notes)


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_articles([tmp_path / "nothing.txt"])


@pytest.mark.parametrize("said", ["koi8-r", "windows-1251", "iso-8859-9", "gbk"])
@pytest.mark.parametrize("form", ["<html><head><meta charset={}>", '<?xml version="1.0" encoding="{}"?><html><head>'])
def test_a_page_in_utf8_that_says_it_is_in_another_encoding_is_read_in_utf8(
    tmp_path: Path, said: str, form: str
) -> None:
    body = (
        "<title>Заголовок новости о заводе</title></head><body><p>Завод «Прибор» получил партию микросхем.</p></body>"
    )
    path = tmp_path / "page.html"
    path.write_text(f"{form.format(said)}{body}</html>", encoding="utf-8")
    (story,) = read_articles(path).stories
    assert "Завод «Прибор» получил партию микросхем." in story.text
    path.write_text(f"{form.format('windows-1251')}{body}</html>", encoding="cp1251")
    (story,) = read_articles(path).stories
    assert "Завод «Прибор» получил партию микросхем." in story.text


def test_a_feed_with_references_that_only_html_has_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    title, said = "<title>Firm&nbsp;sells switches</title>", "A &laquo;Firm&raquo; &amp; co. sold"
    item = f"<item>{title}<description>{said}</description></item>"
    path.write_text(f'<?xml version="1.0"?><rss><channel>{item}</channel></rss>', encoding="utf-8")
    (story,) = read_articles(path).stories
    assert story.title.replace("\u00a0", " ") == "Firm sells switches"
    assert "A «Firm» & co. sold" in story.text


def test_a_feed_with_a_reference_nobody_knows_is_malformed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<rss><channel><item><title>a &nosuchname; b</title></item></channel></rss>", encoding="utf-8")
    (reject,) = read_articles(path).rejects.to_pylist()
    assert "undefined entity" in reject["reason"]
