from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from antenne.media import Pictures
from antenne.model import Catalog, Comment, RichText
from antenne.render import Renderer
from antenne.render.threads import threads
from antenne.routes import Routes
from antenne.settings import CommentSettings
from tests.render.samples import FR, PARIS, note, settings
from tests.support.changed import replace

NOTE = "notes/2013/note-2013-10-16/index.html"


def comment(key: str, reply_to: str = "", **more: object) -> Comment:
    date = datetime(2013, 11, int(key), 9, 5, tzinfo=PARIS)
    body = RichText("<p>Un avis.</p>", "Un avis.")
    made = Comment(key=key, author=f"Nom {key}", pub_date=date, reply_to=reply_to, language=FR, body=body)
    return replace(made, **more)  # type: ignore[arg-type]


def shown(*comments: Comment, email: str = "a@essai.example", isso: str = "", **more: object) -> html.HtmlElement:
    return html.document_fromstring(files(*comments, email=email, isso=isso, **more)[NOTE])


def files(*comments: Comment, email: str = "", isso: str = "", **more: object) -> dict[str, bytes]:
    facts = replace(settings(), email=email, comments=CommentSettings(isso=isso))
    content = Catalog(notes=(note(16, "« Un » & deux", comments=comments, **more),))
    return dict(Renderer(facts, content, Routes(facts), Pictures("images")).pages())


def test_answers_stand_below_what_they_answer_and_no_deeper() -> None:
    one, two, three, four, five = comment("1"), comment("2", "1"), comment("3"), comment("4", "2"), comment("5", "4")
    first, second = threads((one, two, three, four, five))
    assert (first.comment, second.comment) == (one, three)
    assert [(answer.comment.key, answer.to and answer.to.key) for answer in first.replies] == [
        ("2", None),
        ("4", "2"),
        ("5", "4"),
    ]


def test_no_comment_is_lost_where_some_answer_each_other() -> None:
    ring = (comment("1", "3"), comment("2", "1"), comment("3", "2"), comment("4", "3"), comment("5", "9"))
    found = [one.comment.key for one in threads(ring)] + [a.comment.key for t in threads(ring) for a in t.replies]
    assert sorted(found) == ["1", "2", "3", "4", "5"]


def test_a_comment_has_its_permalink_its_name_and_its_date() -> None:
    document = shown(comment("1", url="https://a.example/?x=1&y", timed=True), comment("2", "1"))
    (first, second) = document.xpath("//article[@class='comment']")
    assert (first.get("id"), second.get("id")) == ("comment-1", "comment-2")
    (author,) = first.xpath(".//a[@class='comment-author']")
    assert (author.text, author.get("href"), author.get("rel")) == ("Nom 1", "https://a.example/?x=1&y", "ugc nofollow")
    (date,) = first.xpath(".//a[@class='comment-date']")
    assert (date.get("href"), date.text_content()) == ("#comment-1", "1er novembre 2013, 9\u00a0h\u00a005")
    assert document.xpath("//ol[@class='threads']/li/ol/li/article/@id") == ["comment-2"]
    assert document.xpath("//*[@class='note-foot']//a[@href='#comments']/text()") == ["2 commentaires"]


def test_a_reply_is_a_letter_with_the_name_of_what_it_answers() -> None:
    letters = shown(comment("1")).xpath("//a[starts-with(@href, 'mailto:a@')]/@href")
    subjects = [parse_qs(urlsplit(letter).query)["subject"][0] for letter in letters]
    title = "Commentaire sur «\u202f«\u202fUn\u202f» & deux\u202f» "
    assert [subject.replace("« Un »", "«\u202fUn\u202f»") for subject in subjects] == [
        f"{title}[note-2013-10-16/1]",
        f"{title}[note-2013-10-16]",
    ]
    (body,) = parse_qs(urlsplit(letters[1]).query)["body"]
    assert body.startswith("\r\n\r\n\r\n-- \r\nÀ publier à l’adresse https://essai.example/notes/2013/note-2013-10-16/")


@pytest.mark.parametrize(("comments", "said"), [((), False), ((comment("1"),), True)])
def test_a_note_that_is_closed_shows_what_was_said_and_asks_for_nothing(
    comments: tuple[Comment, ...], said: bool
) -> None:
    document = shown(*comments, comments_open=False, isso="https://isso.example")
    assert bool(document.xpath("//article[@class='comment']")) == said
    assert ("Les commentaires sont fermés." in document.text_content()) == said
    assert document.xpath("//section[contains(@class, 'comments')]//a[starts-with(@href, 'mailto:')]") == []
    assert document.xpath("//*[@data-isso]") == []


def test_without_an_address_and_without_comments_there_is_no_section() -> None:
    assert shown(email="").xpath("//*[@id='comments']") == []


def test_isso_is_named_and_asked_for_nothing_before_a_click() -> None:
    document = shown(isso="https://isso.example/ici")
    assert document.xpath("//*[@data-isso]/@data-isso") == ["https://isso.example/ici"]
    fetched = document.xpath("//@src | //link[not(@rel='alternate')]/@href")
    assert [address for address in fetched if "isso.example" in address] == []
    assert document.xpath("//*[@data-isso]//button/@hidden") == ["hidden"] or document.xpath("//button[@hidden]")


def test_only_pages_with_isso_may_load_from_its_server() -> None:
    told = files(isso="https://isso.example/ici")["_headers.json"].decode()
    assert "script-src 'self' https://isso.example;" in told
    assert told.count("https://isso.example") == 4
    assert "isso" not in files()["_headers.json"].decode()
    assert "isso" not in files(isso="https://isso.example", comments_open=False)["_headers.json"].decode()
