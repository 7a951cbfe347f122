from __future__ import annotations

from typing import Any

from lxml import etree, html

from antenne.feeds import episode_description, rss
from antenne.feeds.chapters import chapter_lines
from antenne.feeds.description import episode_content
from antenne.model import Book, Chapter, RichText
from tests.feeds import samples

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def content(site_url: str = "https://antenne.example", **changes: Any) -> str:
    return episode_content(samples.episode(**changes), samples.catalog(), samples.routes(site_url=site_url))


def test_chapters_stand_below_the_words_on_their_own_lines() -> None:
    assert episode_description(samples.episode()) == (
        "Un entretien de douze minutes.\n\n00:00 Ouverture\n01:05 Le livre & son titre\n10:00 La fin"
    )


def test_past_an_hour_every_line_has_its_hours() -> None:
    chapters = [Chapter(start=s, title=t) for s, t in ((0, "A"), (61, "B"), (3661, "C"))]
    assert chapter_lines(chapters) == ("00:00:00 A", "00:01:01 B", "01:01:01 C")


def test_chapters_that_no_app_would_read_give_no_lines() -> None:
    two = [Chapter(start=0, title="A"), Chapter(start=9, title="B")]
    late = [Chapter(start=5, title="A"), Chapter(start=9, title="B"), Chapter(start=12, title="C")]
    assert chapter_lines(two) == chapter_lines(late) == ()


def test_two_chapters_of_one_second_make_one_line() -> None:
    chapters = [Chapter(start=s, title=t) for s, t in ((0, "A"), (9.1, "B"), (9.8, "C"), (20, "D"))]
    assert chapter_lines(chapters) == ("00:00 A", "00:09 B", "00:20 D")


def test_a_long_summary_is_cut_and_keeps_its_chapters() -> None:
    words = episode_description(samples.episode(summary="Une phrase d’été entière. " * 400))
    assert len(words.encode()) <= 4000
    head, lines = words.split("\n\n")
    assert head.endswith("entière.")
    assert lines.count("\n") == 2


def test_hundreds_of_chapters_leave_room_for_the_words() -> None:
    chapters = tuple(Chapter(start=i * 10, title=f"Chapitre {i} " + "é" * 30) for i in range(400))
    words = episode_description(samples.episode(chapters=chapters))
    assert len(words.encode()) <= 4000
    assert words.startswith("Un entretien de douze minutes.\n\n00:00:00 Chapitre 0")


def test_a_list_of_times_in_the_notes_is_not_told_twice() -> None:
    listed = RichText(
        "<ul><li>0:00 Ouverture</li><li>1:05 – Le livre</li><li>10:00 La fin</li></ul>",
        "0:00 Ouverture\n1:05 – Le livre\n10:00 La fin",
    )
    assert content(body=listed).count("10:00") == 1
    assert episode_description(samples.episode(body=listed, summary="")).count("10:00") == 1
    other = RichText("<p>0:00 Un</p><p>0:05 Deux</p><p>10:00 Fin</p>", "0:00 Un\n0:05 Deux\n10:00 Fin")
    assert "<p>01:05 Le livre" in content(body=other)


def test_notes_serve_where_there_is_no_summary() -> None:
    assert episode_description(samples.episode(summary="", chapters=())) == "Notes Voir le livre."


def test_show_notes_have_whole_addresses_and_allowed_tags_only() -> None:
    root = html.fragment_fromstring(content(), create_parent="div")
    assert {node.tag for node in root.iterdescendants()} <= {"p", "a", "ul", "ol", "li", "b", "i", "strong", "em"}
    assert [a.get("href") for a in root.iter("a")] == ["https://antenne.example/livres/essai/"] * 2
    assert [p.text_content() for p in root.iter("p")][-3:] == [
        "00:00 Ouverture",
        "01:05 Le livre & son titre",
        "10:00 La fin",
    ]


def test_an_items_books_are_linked_by_their_titles() -> None:
    assert '<a href="https://antenne.example/livres/essai/">L’essai &amp; le reste</a>' in content(body=RichText())


def test_content_stands_only_where_it_adds_something() -> None:
    assert content(body=RichText(), books=()) == ""


def test_the_feed_has_both_forms() -> None:
    catalog, routes = samples.catalog(), samples.routes()
    out = rss(catalog.shows[0], catalog, routes, routes.settings, samples.art)
    talk, bare = etree.fromstring(out).findall("channel/item")
    assert talk.findtext(CONTENT) == content()
    assert bare.find(CONTENT) is None
    assert out.count(b"<![CDATA[") == 1


def test_a_title_of_a_book_is_no_markup() -> None:
    book = Book(key="essai", title="<script>x</script>", language=samples.FRENCH)
    made = episode_content(samples.episode(), samples.catalog(books=(book,)), samples.routes())
    assert "<script" not in made


def test_a_list_of_chapters_keeps_the_spaces_of_french_and_no_others() -> None:
    chapters = [Chapter(start=at, title=f"«\u202fUn\u202f»\t{at}\u00a0:\n deux\u2028trois") for at in (0, 10, 20)]
    assert chapter_lines(chapters)[0] == "00:00 «\u202fUn\u202f» 0\u00a0: deux trois"
