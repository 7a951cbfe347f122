from __future__ import annotations

from pathlib import Path

import pytest

from antenne.problems import ProblemsFound
from antenne.settings import Settings, load_config, read_settings

PLAIN: dict[str, object] = {"SITENAME": "Un site", "SITEURL": "https://exemple.fr/sous/"}


@pytest.fixture(autouse=True)
def theme(tmp_path: Path) -> Path:
    base = tmp_path / "theme/templates/base.html"
    base.parent.mkdir(parents=True)
    base.touch()
    return tmp_path / "theme"


def wrong(project: Path, **raw: object) -> list[tuple[str, str]]:
    """Return the places and codes of what is wrong with settings."""
    with pytest.raises(ProblemsFound) as caught:
        read_settings(PLAIN | raw, project)
    return [(problem.where.path, problem.code) for problem in caught.value.problems]


def test_a_name_and_an_address_are_enough(tmp_path: Path) -> None:
    settings = read_settings(PLAIN, tmp_path)
    assert isinstance(settings, Settings)
    assert (settings.site_url, settings.base_path) == ("https://exemple.fr/sous", "/sous")
    assert settings.content == tmp_path / "content"
    assert settings.publishing.folder == tmp_path / "public"
    assert settings.cache == tmp_path / ".antenne" / "cache"


def test_what_is_said_is_taken_and_other_names_are_pelicans(tmp_path: Path) -> None:
    ours = {"private": True, "routes": {"books": "ouvrages"}, "publishing": {"keep": 2, "folder": "/srv/site"}}
    settings = read_settings({**PLAIN, "TIMEZONE": "America/Montreal", "PLUGINS": 3, "ANTENNE": ours}, tmp_path)
    assert settings.private
    assert settings.routes.books == "ouvrages"
    assert (settings.publishing.keep, settings.publishing.folder) == (2, Path("/srv/site"))
    assert settings.timezone.key == "America/Montreal"


def test_the_words_of_a_site_have_its_languages_typography_once_for_pages_and_feeds(tmp_path: Path) -> None:
    ours = {"tagline": "Des livres ?", "description": "L'île, oui !"}
    settings = read_settings({**PLAIN, "SITENAME": "L'antenne", "ANTENNE": ours}, tmp_path)
    assert (settings.site_name, settings.tagline) == ("L’antenne", "Des livres\u202f?")
    assert settings.description == "L’île, oui\u202f!"
    english = read_settings({**PLAIN, "DEFAULT_LANG": "en", "ANTENNE": {"tagline": "Books ?"}}, tmp_path)
    assert english.tagline == "Books ?"


def test_all_that_is_wrong_is_told_at_once_by_the_names_of_the_settings(tmp_path: Path) -> None:
    ours = {"tagine": "", "email": "moi", "routes": {"books": "É"}, "publishing": {"target": "ftp", "keep": 0}}
    assert wrong(tmp_path, SITENAME="", SITEURL="/", TIMEZONE="Europe/Pari", DEFAULT_LANG="français", ANTENNE=ours) == [
        ("ANTENNE.email", "bad-address"),
        ("ANTENNE.publishing.keep", "wrong-type"),
        ("ANTENNE.publishing.target", "bad-value"),
        ("ANTENNE.routes.books", "bad-slug"),
        ("ANTENNE.tagine", "unknown-key"),
        ("DEFAULT_LANG", "bad-language"),
        ("SITENAME", "missing-key"),
        ("SITEURL", "bad-address"),
        ("TIMEZONE", "bad-value"),
    ]


@pytest.mark.parametrize("name", ["moi", "moi:secret", "", "a@b:secret"])
def test_a_name_or_a_password_in_an_address_of_the_site_is_refused_and_not_said_again(
    name: str, tmp_path: Path
) -> None:
    address = f"https://{name}@exemple.fr/secret-ement"
    with pytest.raises(ProblemsFound) as caught:
        read_settings(PLAIN | {"SITEURL": address, "ANTENNE": {"feeds": {"hub": address}}}, tmp_path)
    assert [(problem.where.path, problem.code) for problem in caught.value.problems] == [
        ("ANTENNE.feeds.hub", "bad-address"),
        ("SITEURL", "bad-address"),
    ]
    for problem in caught.value.problems:
        assert "“https://…@exemple.fr/secret-ement”" in problem.message
        assert "@" in problem.hint


@pytest.mark.parametrize("folder", ["themes/mien", "content", "theme/templates/base.html"])
def test_a_theme_that_is_not_there_is_told_with_all_else(folder: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert wrong(tmp_path, THEME=folder) == [("THEME", "no-theme")]
    assert wrong(tmp_path, THEME=folder, SITEURL="/") == [("SITEURL", "bad-address"), ("THEME", "no-theme")]
    assert wrong(tmp_path, THEME="", SITEURL="/")[1][0] == "THEME"


def test_a_theme_without_its_pages_is_told(theme: Path, tmp_path: Path) -> None:
    (theme / "templates/base.html").unlink()
    with pytest.raises(ProblemsFound, match=r"holds no templates/base\.html.*THEME name the folder"):
        read_settings(PLAIN, tmp_path)


def test_two_sections_have_two_addresses(tmp_path: Path) -> None:
    assert wrong(tmp_path, ANTENNE={"routes": {"shows": "livres"}}) == [("ANTENNE.routes.shows", "same-address")]


@pytest.mark.parametrize("folder", ["content", "content/public", "theme", ".", "..", "/"])
def test_nothing_is_written_over_what_the_author_wrote(folder: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, OUTPUT_PATH=folder) == [("OUTPUT_PATH", "bad-value")]
    assert wrong(tmp_path, ANTENNE={"publishing": {"folder": folder}}) == [("ANTENNE.publishing.folder", "bad-value")]


S3 = {"bucket": "mon-site", "endpoint": "https://s3.exemple.fr"}
SSH = {"host": "exemple.fr", "folder": "/srv/site"}


@pytest.mark.parametrize(
    ("pages", "media"),
    [
        ({"target": "folder"}, {"target": "folder", "folder": "public"}),
        ({"target": "folder", "folder": "/srv/site"}, {"target": "folder", "folder": "/srv/site/current/audio"}),
        ({"target": "ssh", "ssh": SSH}, {"target": "ssh", "ssh": SSH | {"folder": "/srv/site/"}}),
        ({"target": "s3", "s3": S3}, {"target": "s3", "s3": S3 | {"region": "eu-west-3"}}),
    ],
)
def test_pages_and_recordings_do_not_go_to_one_place(
    pages: dict[str, object], media: dict[str, object], tmp_path: Path
) -> None:
    publishing = pages | {"media": media | {"address": "https://media.exemple.fr"}}
    assert wrong(tmp_path, ANTENNE={"publishing": publishing}) == [("ANTENNE.publishing.media", "bad-value")]


@pytest.mark.parametrize(
    ("pages", "media"),
    [
        ({"target": "folder"}, {"target": "folder"}),
        ({"target": "ssh", "ssh": SSH}, {"target": "ssh", "ssh": SSH | {"folder": "/srv/sons"}}),
        ({"target": "s3", "s3": S3}, {"target": "s3", "s3": S3 | {"prefix": "sons"}}),
    ],
)
def test_pages_and_recordings_may_go_to_places_of_one_kind(
    pages: dict[str, object], media: dict[str, object], tmp_path: Path
) -> None:
    publishing = pages | {"media": media | {"address": "https://media.exemple.fr"}}
    read_settings(PLAIN | {"ANTENNE": {"publishing": publishing}}, tmp_path)


@pytest.mark.parametrize("region", ["eu west 3", "-eu", "12", "eu-"])
def test_a_region_is_a_word(region: str, tmp_path: Path) -> None:
    publishing = {"target": "s3", "s3": S3 | {"region": region}}
    assert wrong(tmp_path, ANTENNE={"publishing": publishing}) == [("ANTENNE.publishing.s3.region", "bad-value")]


@pytest.mark.parametrize("zone", ["../../etc/passwd", "/etc/localtime", "Europe", "\0"])
def test_a_time_zone_is_no_way_to_a_file(zone: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, TIMEZONE=zone) == [("TIMEZONE", "bad-value")]


def hints(project: Path, raw: dict[str, object]) -> str:
    """Return what to do about wrong settings."""
    with pytest.raises(ProblemsFound) as caught:
        read_settings(raw, project)
    return " ".join(problem.hint for problem in caught.value.problems)


def test_hints_are_in_pythons_form(tmp_path: Path) -> None:
    assert hints(tmp_path, PLAIN | {"ANTENNE": {"private": "yes"}}) == "Write `True` for yes and `False` for no."
    assert hints(tmp_path, PLAIN | {"ANTENNE": {"shops": "lalibrairie"}}).startswith('Write `"shops": ["lalibrairie"]`')
    legal = {"ANTENNE": {"legal": {"publisher": "Ada"}}}
    assert hints(tmp_path, PLAIN | legal) == 'Write `"status": …` there.'
    assert hints(tmp_path, {"SITEURL": "https://exemple.fr"}) == 'Write `SITENAME = "…"`.'


def test_a_name_with_a_slip_is_found(tmp_path: Path) -> None:
    told = hints(tmp_path, {"SITENOM": "Un site", "SITEURL": "https://exemple.fr"})
    assert told == "There is `SITENOM`: did you mean `SITENAME`?"


def test_an_unknown_shop_is_told_what_shops_there_are(tmp_path: Path) -> None:
    told = hints(tmp_path, PLAIN | {"ANTENNE": {"shops": ["lalibrarie"]}})
    assert told.startswith("Did you mean `lalibrairie`? There are `")
    assert told.endswith("Another shop stands in a book's `offers`.")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("SITENAME = 'L'antenne'", "unterminated string", "apostrophe"),
        ("X = [1 2]", "Perhaps you forgot a comma?", "Correct this line."),
    ],
)
def test_what_is_not_python_is_told_as_a_sentence(tmp_path: Path, line: str, message: str, hint: str) -> None:
    (tmp_path / "pelicanconf.py").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        load_config(tmp_path / "pelicanconf.py")
    [problem] = caught.value.problems
    assert message in problem.message
    assert "?." not in problem.message
    assert hint in problem.hint


def test_what_a_site_leaves_out_is_said_in_known_words(tmp_path: Path) -> None:
    settings = read_settings({**PLAIN, "ANTENNE": {"without": ["tags", "cards", "tags"]}}, tmp_path)
    assert settings.without == ("cards", "tags")
    assert settings.makes("people")
    assert not settings.makes("tags")
    with pytest.raises(ValueError, match="none of what a site may leave out"):
        settings.makes("tag")
    with pytest.raises(ProblemsFound) as caught:
        read_settings({**PLAIN, "ANTENNE": {"without": ["card"]}}, tmp_path)
    assert [(one.where.path, one.code) for one in caught.value.problems] == [("ANTENNE.without", "bad-value")]
    assert "cards" in caught.value.problems[0].hint


@pytest.mark.parametrize(
    ("said", "kind", "address"),
    [
        ("threads", "threads", ""),
        ("processes", "processes", ""),
        ("dask:tcp://192.0.2.7:8786", "dask", "tcp://192.0.2.7:8786"),
        ("dask:tls://[2001:db8::1]:8786", "dask", "tls://[2001:db8::1]:8786"),
    ],
)
def test_who_draws_is_told_in_settings_or_by_the_environment_which_goes_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, kind: str, address: str
) -> None:
    executor = read_settings(PLAIN | {"ANTENNE_EXECUTOR": said}, tmp_path).executor
    assert (executor.kind, executor.address) == (kind, address)
    monkeypatch.setenv("ANTENNE_EXECUTOR", said)
    assert read_settings(PLAIN | {"ANTENNE_EXECUTOR": "ray"}, tmp_path).executor == executor
    monkeypatch.setenv("ANTENNE_EXECUTOR", "")
    assert read_settings(PLAIN, tmp_path).executor.kind == "processes"


@pytest.mark.parametrize(
    "said",
    [
        "dask",
        "dask:",
        "dask:tcp://",
        "dask:tcp://hôte:1",
        "dask:tcp://host",
        "dask:http://h:1",
        "dask:tcp://h:65536",
        "ray",
    ],
)
def test_who_cannot_draw_is_told_of(tmp_path: Path, said: str) -> None:
    assert wrong(tmp_path, ANTENNE_EXECUTOR=said) == [("ANTENNE_EXECUTOR", "bad-value")]
