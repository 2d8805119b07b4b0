"""What cannot be read is one clear row in the rejects; nothing raises, the rest goes on."""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.intake.articles import read_articles
from screening.intake.feeds import read_feed
from screening.intake.html_pages import read_page
from screening.intake.plaintext import read_plain
from screening.model import REJECTS

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title></item></channel></rss>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>'
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 20, "not text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04" + b"x" * 100, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image"),
        (BOMB.encode(), "entities"),
        (EXTERNAL.encode(), "entities"),
        (b'<?xml version="1.0"?><rss><channel><item><title>Cut', "XML"),
        (b'<?xml version="1.0"?><rss><a></b></rss>', "XML"),
        (b'<?xml version="1.0"?><rss>' + b"<a>" * 5000, "XML"),
        (b'<?xml version="1.0"?><invoice><a>1</a></invoice>', "neither RSS nor Atom"),
        (b'<?xml version="1.0"?><rss><channel></channel></rss>', "no story"),
    ],
)
def test_one_clear_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    good = tmp_path / "good.txt"
    good.write_text("Pumps go north\n\nVostok Pumps LLC sold pumps to the north, officials said.\n")
    intake = read_articles([bad, good])
    (reject,) = intake.rejects.to_pylist()
    assert reject["file"] == str(bad)
    assert reason in reject["reason"]
    assert "\n" not in reject["reason"]
    assert intake.rejects.schema.equals(REJECTS)
    assert [story.file for story in intake.stories] == [str(good)]
    assert sum(each.rows_in for each in intake.inputs) == sum(each.rows_out + each.rejected for each in intake.inputs)


def test_malformed_xml_says_on_which_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.xml"
    path.write_text('<?xml version="1.0"?>\n<rss>\n<channel></rss>')
    (reject,) = read_articles([path]).rejects.to_pylist()
    assert reject["line"] == 3


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.intake.decoding.MAX_ARTICLE_BYTES", 100)
    path = tmp_path / "large.txt"
    path.write_text("word " * 100)
    (reject,) = read_articles([path]).rejects.to_pylist()
    assert "500 bytes" in reject["reason"]


def test_deep_and_broken_html_is_read_all_the_same() -> None:
    deep = "<html><body>" + "<div>" * 50_000 + "Vostok Pumps LLC" + "</b></p>" + "</div>" * 10
    assert "Vostok Pumps LLC" in read_page(deep)[0].paragraphs[0].text
    for hostile in (
        "<html><![endif]><p>x",
        "<html><!-- <p>x",
        "<html><p " + "a=" * 9000,
        "<html>" + "<" * 5000,
    ):
        read_page(hostile)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    for reader in (read_plain, read_page, read_feed):
        for draft in reader(text):
            for part in (draft.title, *draft.paragraphs):
                for index in range(len(part.text)):
                    low, high = part.original(index, index + 1)
                    assert 0 <= low <= high <= len(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<a href='x'>",
                "</a>",
                "&amp;",
                "&#8217;",
                "&nbsp;",
                "word ",
                "\n",
                "<br>",
                "<form>",
                "</form>",
                "<![CDATA[",
                "]]>",
                "<item>",
                "</item>",
                "<title>",
                "</title>",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_markup_raises_and_every_piece_has_its_place(text: str) -> None:
    for reader in (read_page, read_feed):
        for draft in reader(text):
            for part in draft.paragraphs:
                at = part.text.find("word")
                if at >= 0:
                    low, high = part.original(at, at + 4)
                    assert text[low:high] == "word"


def test_what_to_do_about_a_binary_file_is_said_of_articles_not_of_tables(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"Head\n\nThe company\0 sold tools.\n")
    (reject,) = read_articles([path]).rejects.to_pylist()
    assert reject["reason"] == "is not text: it holds zero bytes, the first in line 3; save it as plain text or HTML"


def _bytes(kinds: Sequence[int], count: int) -> bytes:
    """Bytes of the kinds, in an order that follows no rule but is the same each time."""
    return bytes(random.Random(7).choices(kinds, k=count))


@pytest.mark.parametrize(
    "content",
    [
        b"MZP\x02\x01" + _bytes(range(1, 256), 500),
        b"\x89PNG\r\n\x1a\n" + _bytes(range(1, 256), 500),
        _bytes(range(128, 256), 3000),
        _bytes([10, 32, *range(160, 256)], 3000),
        b"\x01\x02\x03\x04 ab",
        base64.encodebytes(_bytes(range(256), 3000)),
    ],
    ids=["program", "image", "high bytes", "letters at random", "few", "base 64"],
)
def test_what_is_no_text_without_zero_bytes_either_is_rejected(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "story.txt").write_bytes(content)
    read = read_articles([tmp_path])
    assert read.stories == []
    (reject,) = read.rejects.to_pylist()
    assert "not text; save it as plain text or HTML" in reject["reason"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Сбербанк под санкциями", "cp1251"),
        ("Şirket İran’a — «Müşteri» ® ™ € 100 °C satmış.", "cp1254"),
        ("McDonald's and PepsiCo, GazpromNeft, eBay: iPhone and YouTube left. " * 10, "utf-8"),
        ("🚀🚀🚀 Sanctions on Sberbank 🚀", "utf-8"),
        ("می‌خواهیم شرکت‌های تحریم‌شده را بررسی کنیم.", "utf-8"),
    ],
)
def test_text_with_many_signs_or_capitals_is_text(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "story.txt").write_bytes(text.encode(encoding))
    read = read_articles([tmp_path])
    assert (len(read.stories), len(read.rejects)) == (1, 0)


FIRST = "Officials said on Monday that Invented Testing LLC had signed a contract in Moscow for bearings and switches."
LAST = "A spokesman said on Tuesday that Imagined Trading LLC had sold the goods to a customer nobody has heard of."
MENU = "Zzz said on Wednesday that nobody should read this text, which is hidden or a menu and no part of the story."


def _told(body: str, head: str = "<title>A headline of a story</title></head>") -> str:
    drafts = read_page(f"<html><head>{head}<body>{body}</body></html>")
    return "\n".join(part.text for draft in drafts for part in (draft.title, *draft.paragraphs))


@pytest.mark.parametrize(
    "tag",
    [
        "script", "style", "title", "nav", "form", "noscript", "iframe", "svg", "textarea", "select", "template",
        "button", "aside", "footer", "div hidden", "p hidden", "div style='display: none'", "a href='x'", "a <a <a ",
    ],
)  # fmt: skip
def test_an_element_that_is_never_closed_does_not_hide_the_story_behind_it(tag: str) -> None:
    text = _told(f"<p>{FIRST}</p><{tag}><p>{LAST}</p>")
    assert FIRST in text
    assert LAST in text


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<script>", "</script>"),
        ("<nav><p>", "</p></nav>"),
        ("<div hidden><p>", "</p></div>"),
        ("<form><label>", "</label></form>"),
        ("<footer>", "</footer>"),
        ("<p>A paragraph with a <span hidden>", "</span> text in its midst that goes on.</p>"),
        ("<ul><li><a href='x'>", "</a></li></ul>"),
    ],
)
def test_what_is_hidden_and_closed_is_left_out(start: str, end: str) -> None:
    text = _told(f"<p>{FIRST}</p>{start}{MENU}{end}<p>{LAST}</p>")
    assert "Zzz" not in text
    assert FIRST in text
    assert LAST in text


@pytest.mark.parametrize("tag", ["script", "style", "title"])
def test_of_several_that_are_never_closed_none_hides_the_story(tag: str) -> None:
    text = _told(
        f"<{tag}>Zzz</{tag}><p>{FIRST}</p><{tag}>x<p>{LAST}</p><{tag.upper()}>x<p>{FIRST.replace('First', 'y')}</p>"
    )
    assert LAST in text
    assert text.count("Invented Testing LLC") == 2


def test_text_hidden_in_the_midst_of_a_paragraph_does_not_cut_it() -> None:
    text = _told("<p>A paragraph with a <span hidden>Zzz</span>text in its midst that goes on.</p>")
    assert "A paragraph with a text in its midst that goes on." in text


def test_a_page_within_a_form_is_a_story_and_a_small_form_is_not() -> None:
    assert LAST in _told(f"<form id='all'><div><p>{FIRST * 5}</p><p>{LAST}</p></div></form>")
    assert "Zzz" not in _told(f"<p>{FIRST}</p><p>{LAST}</p><form><p>Zzz, log in or sign up to read on</p></form>")


def test_a_title_that_is_never_closed_is_not_all_of_the_story() -> None:
    assert LAST in _told(f"<p>{FIRST}</p><p>{LAST}</p>", head="<title>A headline of a story</head>")


@pytest.mark.parametrize("sign", ["<", "&"])
def test_signs_in_their_thousands_stand_as_they_are_and_cost_little(sign: str) -> None:
    source = f"<html><body><p>{FIRST}</p><p>{sign * 200_000} {LAST}</p><a href='x?a=1&&b'>y</a></body></html>"
    started = time.process_time()
    (draft,) = read_page(source)
    assert time.process_time() - started < 5
    last = draft.paragraphs[-1]
    assert last.text == f"{sign * 200_000} {LAST}"
    start, end = last.original(last.text.index("Imagined"), last.text.index("LLC"))
    assert source[start:end] == "Imagined Trading "
