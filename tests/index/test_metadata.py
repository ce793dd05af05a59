"""Where a document comes from: what is stated is found, what is not stated stays empty."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.metadata import Finding, combine, detect_language, file_name_findings
from index.metadata.dates import find_date, parse_date
from index.metadata.names import parse_names
from index.metadata.outlets import date_in_path, find_url, outlet_of
from index.reading import Source, read_document
from index.records import Document, Metadata, ZoneKind

BODY = (
    "The harbour of Port Elia was closed on Monday, January 13, 2025 after a storm broke two cranes, Ann Lee said.\n"
    "Officials expect the repair to take most of the spring, and say it costs more than the town has, CNN reported.\n"
)


def metadata(tmp_path: Path, text: str, name: str = "x.txt", catalogue: dict[str, Any] | None = None) -> Metadata:
    file = tmp_path / name
    file.write_text(text)
    return read_document(Source(name, str(file), 0, 0), catalogue or {}).metadata


class TestDates:
    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("2025-01-20", "2025-01-20"),
            ("2025-01-20T08:00:00+01:00", "2025-01-20"),
            ("20250120", "2025-01-20"),
            ("January 20, 2025", "2025-01-20"),
            ("Jan. 20, 2025 4:05 p.m. ET", "2025-01-20"),
            ("Monday, 20th January 2025", "2025-01-20"),
            ("Mon 20 Jan 2025 10.00 GMT", "2025-01-20"),
            ("Mon, 20 Jan 2025 10:05:01 EDT", "2025-01-20"),
            ("20-Jan-2025", "2025-01-20"),
            ("20/01/2025", "2025-01-20"),
            ("01/20/2025", "2025-01-20"),
            ("2025年1月20日 10:30", "2025-01-20"),
            ("January 2025", "2025-01"),
            ("2025", "2025"),
            ("02/03/2025", None),
            ("January 20", None),
            ("2025-02-30", None),
            ("Monday", None),
            ("Updated January 20, 2025", None),
            ("The law of January 20, 2025 was signed", None),
            ("from January 20, 2025 to January 22, 2025", None),
            ("1.2025", None),
        ],
    )
    def test_parse(self, text: str, iso: str | None) -> None:
        assert parse_date(text) == iso

    @given(
        st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2099, 1, 1))
    )
    def test_every_form_of_a_day_is_that_day(self, day: Any) -> None:
        for form in ("%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "%Y/%m/%d"):
            assert parse_date(day.strftime(form)) == day.isoformat()

    @given(st.text(max_size=80))
    def test_any_text_is_a_date_or_none(self, text: str) -> None:
        found = find_date(text)
        assert found is None or 0 <= found[1] < found[2] <= len(text)
        parse_date(text)


class TestNames:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Ann Lee", ("Ann Lee",)),
            ("Ann Lee and Bo Chen", ("Ann Lee", "Bo Chen")),
            ("Dr Ann Lee, Lecturer in Port Studies, University of Elia", ("Ann Lee",)),
            ("ANN LEE, Associated Press", ("Ann Lee",)),
            ("Ann van der Lee, Bo O'Chen & José Núñez", ("Ann van der Lee", "Bo O'Chen", "José Núñez")),
            ("Ann Lee in London", ("Ann Lee",)),
            ("Ann Lee for The Post", ("Ann Lee",)),
            ("王小明", ("王小明",)),
            ("Technology Correspondent", ()),
            ("the end of the month", ()),
            ("Monday evening the harbour was closed", ()),
            ("2025", ()),
        ],
    )
    def test_bylines(self, text: str, names: tuple[str, ...]) -> None:
        assert parse_names(text) == names

    def test_a_label_lets_house_names_pass(self) -> None:
        assert parse_names("Staff", lenient=True) == ("Staff",)
        assert parse_names("12 January", lenient=True) == ()


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "outlet"),
        [
            ("https://www.nytimes.com/2025/01/20/a.html", "The New York Times"),
            ("https://edition.cnn.com/a", "CNN"),
            ("https://theharbour.com/a", "The Harbour"),
            ("https://news.example.co.uk/a", "example.co.uk"),
            ("https://bit.ly/abc", None),
            ("http://abcd.ws/2q2GLw4", None),
            ("https://web.archive.org/web/2025/x", None),
            ("not an address", None),
            ("http://[broken", None),
        ],
    )
    def test_outlet(self, url: str, outlet: str | None) -> None:
        assert outlet_of(url) == outlet

    def test_date_only_where_the_path_names_a_day(self) -> None:
        assert date_in_path("https://a.example/2025/01/20/x/") == "2025-01-20"
        assert date_in_path("https://a.example/news/2025-01-20/x") == "2025-01-20"
        assert date_in_path("https://a.example/2025/01/x") is None
        assert date_in_path("https://a.example/2025/13/40/x") is None

    def test_the_stop_of_the_sentence_is_no_part_of_an_address(self) -> None:
        assert find_url("See https://a.example/x.") == "https://a.example/x"
        assert find_url("(see https://a.example/x)") == "https://a.example/x"
        assert find_url("https://") is None


class TestFileNames:
    @pytest.mark.parametrize(
        ("name", "published", "title"),
        [
            ("2025-01-20-cranes-fall-in-storm.txt", "2025-01-20", "Cranes fall in storm"),
            ("news/20250120_cranes_fall_in_storm.txt", "2025-01-20", "Cranes fall in storm"),
            ("000_f4227a48cf3c6577.txt", None, None),
            ("0393cb165c6961e71e19b291855af4135213d5ac.txt", None, None),
            ("article-1.txt", None, None),
            ("12345678.txt", None, None),
            ("1.txt", None, None),
        ],
    )
    def test_what_a_name_tells(self, name: str, published: str | None, title: str | None) -> None:
        found = combine(file_name_findings(name))
        assert (found.published, found.title) == (published, title)
        assert found.guessed == {field for field, value in (("published", published), ("title", title)) if value}


class TestOrderOfTrust:
    def test_front_matter_sidecar_catalogue_text_file_name(self, tmp_path: Path) -> None:
        name = "2024-05-05-some-other-title.md"
        text = f"---\ntitle: Front\n---\n# Text\n\nBy Ann Lee\n\nDate: 2025-03-03\n\n{BODY}"
        (tmp_path / "2024-05-05-some-other-title.yaml").write_text("title: Side\noutlet: Side Post\n")
        catalogue = {"2024*": {"outlet": "Catalogue Post", "url": "https://cat.example/x", "author": "No Body"}}
        found = metadata(tmp_path, text, name, catalogue)
        assert (found.title, found.outlet, found.url) == ("Front", "Side Post", "https://cat.example/x")
        assert (found.authors, found.published) == (("No Body",), "2025-03-03")
        sources = dict(found.sources)
        assert sources["title"] == "front matter"
        assert sources["outlet"].startswith("sidecar")
        assert sources["url"].startswith("catalogue")
        assert sources["published"] == "line 8"
        assert "published" not in found.guessed

    @pytest.mark.parametrize("ending", [".yaml", ".yml", ".json", ".meta.yaml", ".txt.yaml"])
    def test_names_of_sidecars(self, tmp_path: Path, ending: str) -> None:
        fields = {"headline": "Side", "authors": ["Ann Lee"], "date": "2025-01-20"}
        (tmp_path / f"x{ending}").write_text(json.dumps(fields))
        found = metadata(tmp_path, BODY)
        assert (found.title, found.authors, found.published) == ("Side", ("Ann Lee",), "2025-01-20")

    @pytest.mark.parametrize(
        "content", ["{", "- list", "title: [", "!!python/object:os.system {}", "a: &a [*a]", "\x00"]
    )
    def test_a_broken_sidecar_is_a_notice(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "x.yaml").write_text(content)
        (tmp_path / "x.txt").write_text(BODY)
        document = read_document(Source("x.txt", str(tmp_path / "x.txt"), 0, 0), {})
        assert document.metadata.title is None
        assert document.notices or content.startswith("a:")

    def test_the_first_finding_of_a_field_wins(self) -> None:
        found = combine([Finding("title", "A", "x"), Finding("title", "B", "y", guessed=True), Finding("url", "", "z")])
        assert found.title == "A"
        assert found.url is None
        assert found.guessed == frozenset()


HEADER_CASES = [
    ("By Ann Lee and Bo Chen\nPublished: Jan. 20, 2025\nSource: The Elia Post\nURL: https://e.example/1\n\n",
     "The Elia Post", ("Ann Lee", "Bo Chen"), "2025-01-20"),
    ("By Ann Lee | January 20, 2025\n\n", None, ("Ann Lee",), "2025-01-20"),
    ("Ann Lee in Port Elia\nMon 20 Jan 2025 10.00 GMT\n\n", None, ("Ann Lee",), "2025-01-20"),
    ("The Elia Post | January 20, 2025 | Ann Lee\n\n", None, ("Ann Lee",), "2025-01-20"),
    ("20 January 2025\n\n", None, (), "2025-01-20"),
    ("Date:\n\nAuthor: Ann Lee, Lecturer in Ports, University of Elia\n\n", None, ("Ann Lee",), None),
    ("Published January 20, 2025 | Updated January 22, 2025\n\n", None, (), "2025-01-20"),
    ("Updated January 22, 2025\n\n", None, (), None),
    ("Source: Xinhua| 2025-01-20 10:30:00|Editor: bo\n", "Xinhua", (), "2025-01-20"),
    ("By Ann Lee Updated January 20, 2025\n", None, ("Ann Lee",), None),
    ("Ann Lee, Staff Writer\n", None, ("Ann Lee",), None),
    ("Ann Lee 20 Jan 2025\n", None, ("Ann Lee",), "2025-01-20"),
    ("January 20, 2025 / 6:37 PM EST / Elia News\n", None, (), "2025-01-20"),
    ("By ANN LEE Associated Press\n", None, ("Ann Lee",), None),
    ("发布时间：2025-01-20 10:30　来源：新华网　作者：王小明\n", "新华网", ("王小明",), "2025-01-20"),
    ("By Monday evening, all ships had left.\n", None, (), None),
    ("LONDON (CNN) — ", "CNN", (), None),
    ("LONDON (Reuters) - ", None, (), None),
    ("PORT ELIA, Jan. 20, 2025 /PRNewswire/ -- ", None, (), "2025-01-20"),
    ("PORT ELIA, Jan 20 (Reuters) - ", None, (), None),
    ("The World Wide Crane Congress (WWCC) met. ", None, (), None),
    ("", None, (), None),
]  # fmt: skip


@pytest.mark.parametrize(("header", "outlet", "authors", "published"), HEADER_CASES)
def test_headers(
    tmp_path: Path, header: str, outlet: str | None, authors: tuple[str, ...], published: str | None
) -> None:
    found = metadata(tmp_path, "Cranes fall in storm\n" + header + BODY)
    assert (found.title, found.outlet, found.authors, found.published) == (
        "Cranes fall in storm",
        outlet,
        authors,
        published,
    )


CLOSING_CASES = [
    ("The post Cranes fall again: what now? appeared first on ELIA.", "Cranes fall again: what now?", "ELIA", (), None),
    ("Cite this case study:\nAnn Lee and Bo Chen, “Cranes fall,” Elia Lab (EL) and Two Towers, February 24, 2025, "
     "https://elialab.org/2025/02/24/cranes/.", "Cranes fall", "Elia Lab (EL)", ("Ann Lee", "Bo Chen"), "2025-02-24"),
    ("How to cite: Lee, A. (2025, January 20). Cranes fall. The Elia Post. https://e.example/1", "Cranes fall",
     "The Elia Post", (), "2025-01-20"),
    ("This article is republished from The Elia Post under a Creative Commons license.", None, "The Elia Post",
    (), None),
    ("This story was originally published on January 20, 2025.", None, None, (), "2025-01-20"),
    ("Read or share this story: https://www.npr.org/2025/01/20/cranes", None, "NPR", (), "2025-01-20"),
    ("© 2025 The Elia Post. All rights reserved.", None, "The Elia Post", (), None),
    ("Copyright 2025 The Associated Press. All rights reserved.", None, None, (), None),
    ("(Reporting by Ann Lee; Editing by Bo Chen)", None, None, ("Ann Lee",), None),
    ("Her novel first appeared on television in 1999.", None, None, (), None),
    ("The mayor said the photo was published on January 3, 2024.", None, None, (), None),
]  # fmt: skip


@pytest.mark.parametrize(("closing", "title", "outlet", "authors", "published"), CLOSING_CASES)
def test_closings(  # noqa: PLR0917
    tmp_path: Path,
    closing: str,
    title: str | None,
    outlet: str | None,
    authors: tuple[str, ...],
    published: str | None,
) -> None:
    found = metadata(tmp_path, BODY + BODY + closing + "\n")
    assert (found.title, found.outlet, found.authors, found.published) == (title, outlet, authors, published)


class TestSilence:
    def test_nothing_is_picked_out_of_a_story(self, tmp_path: Path) -> None:
        found = metadata(tmp_path, BODY * 3)
        assert found == Metadata(language="en", guessed=frozenset({"language"}), sources=found.sources)

    def test_a_timeline_gives_no_date(self, tmp_path: Path) -> None:
        assert (
            metadata(tmp_path, f"Cranes through the years\nJanuary 5, 2019\n{BODY}March 7, 2021\n{BODY}").published
            is None
        )

    @pytest.mark.parametrize(
        "line",
        [
            "By Ann Lee",
            "Photo",
            "https://e.example/storm",
            "“No way,” Ann Lee said",
            "Read more: another storm",
            "Key takeaways:",
            "The crane before the storm, with the mayor (left). (Photo: Ann Lee)",
            "and so the storm came to the town",
            "(CNN) Two cranes fell in the storm",
        ],
    )
    def test_lines_that_are_no_title(self, tmp_path: Path, line: str) -> None:
        assert metadata(tmp_path, f"{line}\n{BODY}").title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the port was closed and that it would not open for a week.", "en"),
        ("Der Minister sagte, dass der Hafen nicht vor dem Ende der Woche für die Schiffe geöffnet wird.", "de"),
        ("Le ministre a dit que le port est fermé et que les navires ne sont pas dans la baie pour une semaine.", "fr"),
        ("El ministro dijo que el puerto no se abrirá hasta el fin de la semana, como los barcos en la bahía.", "es"),
        ("部长表示，港口将关闭一周，所有船只必须在海湾外等候，直到起重机修复为止。", "zh"),
        ("大臣は、港が一週間閉鎖されると述べ、船は湾の外で待たなければならないとしました。", "ja"),
        ("Министр заявил, что порт будет закрыт на неделю, и корабли ждут в заливе.", "ru"),
        ("Port Elia", None),
        ("12 34 56 78", None),
        ("xyzzy plugh foo bar baz qux quux corge grault garply waldo fred plugh thud wibble", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_the_five_articles(shared: Path) -> None:
    found = [
        read_document(Source(file.name, str(file), 0, 0), {}).metadata for file in sorted((shared / "seeds").iterdir())
    ]
    assert [one.outlet for one in found] == [
        "CEIAS",
        None,
        "The Conversation",
        "Newsweek",
        "Digital Forensic Research Lab (DFRLab)",
    ]
    assert [one.published for one in found] == [None, None, None, None, "2025-02-24"]
    assert [one.authors for one in found] == [(), (), ("Tom Harper",), (), ("Kenton Thibaut", "Ryan DeVries")]
    assert [bool(one.title) for one in found] == [True, True, True, False, True]
    assert [bool(one.url) for one in found] == [False, False, True, False, True]
    assert {one.language for one in found} == {"en"}


def read(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    return read_document(Source(path.name, str(path), 0, 0), {})


MENU = "Home\nPolitics\nWorld\nSport\nSign in\nSubscribe\nMost read\nWeather warning for the north\n"
TOLD = (
    "The harbour board of Port Elia voted on Tuesday to close the old ferry terminal, officials of the board said.\n"
    "The terminal, which was built in 1964, handled ferry passengers of three lines until the storm of last year.\n"
    "The mayor said that the board had asked nobody, and that the ferry lines would go to court over the closure.\n"
)


class TestPastedPages:
    """Pages pasted as text with all their menus."""

    def test_the_headline_and_the_day_behind_the_menus_are_found(self, tmp_path: Path) -> None:
        page = f"{MENU}Ferry terminal of Port Elia to close\nBy Ana Sousa\nMarch 18, 2025 9:41 AM\n{TOLD}About us\n"
        document = read(tmp_path / "x.txt", page)
        assert document.metadata.title == "Ferry terminal of Port Elia to close"
        assert document.metadata.published == "2025-03-18"
        assert document.metadata.authors == ("Ana Sousa",)
        assert {"title", "published"} <= document.metadata.guessed
        assert document.zones[0].kind is ZoneKind.BOILERPLATE

    def test_a_day_of_change_is_none_of_publication(self, tmp_path: Path) -> None:
        page = f"{MENU}Ferry terminal of Port Elia to close\nBy Ana Sousa\nUpdated March 18, 2025\n{TOLD}"
        assert read(tmp_path / "x.txt", page).metadata.published is None

    def test_menus_without_a_headline_that_fits_give_none(self, tmp_path: Path) -> None:
        assert (
            read(tmp_path / "x.txt", f"{MENU}Cup final ends in a draw after extra time\n{TOLD}").metadata.title is None
        )


class TestOwnWords:
    """The outlet as its own reporters name it."""

    @pytest.mark.parametrize(
        ("more", "outlet"),
        [
            ("Newsweek has contacted the ferry lines for comment.", "Newsweek"),
            ("He told the Elia Post so. She told The Elia Post no. Elia Post reporters asked them for comment.", None),
            (
                "He told the Elia Post so. She told The Elia Post no. The Elia Post asked them for comment.",
                "The Elia Post",
            ),
            ("He told Newsweek so. She told Newsweek no. They told Newsweek nothing.", None),
            ("He told Newsweek so.", None),
            ("He told Reuters so. She told Reuters no. They told Reuters nothing.", None),
            ("The police have contacted the ferry lines for comment.", None),
        ],
    )
    def test_who_was_told(self, tmp_path: Path, more: str, outlet: str | None) -> None:
        assert read(tmp_path / "x.txt", f"{TOLD}{more}\n").metadata.outlet == outlet


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("Ferry terminal to close | The Harbour Times\n\nBy Ana Sousa\n\n", "title", "Ferry terminal to close"),
        ("Ferry terminal to close | The Harbour Times\n\nBy Ana Sousa\n\n", "outlet", "The Harbour Times"),
        ("Ferry terminal to close - BBC\n\nBy Ana Sousa\n\n", "title", "Ferry terminal to close"),
        ("Ferry terminal to close - and soon\n\n", "title", "Ferry terminal to close - and soon"),
        ("Ferry to close\n\nPosted by admin on 2017-03-08T17:45:00+01:00\n\n", "published", "2017-03-08"),
        ("Ferry to close\n\nWednesday 8 March 2017 17:45, UK\n\n", "published", "2017-03-08"),
        ("Ferry to close\n\nBy Xu Wei, Ph.D.\n\n", "authors", ("Xu Wei",)),
        ("Ferry to close\n\nBy: Ana O'Neill de la Cruz Jr. and Dr. Xu Wei\n\n", "authors",
         ("Ana O'Neill de la Cruz Jr.", "Xu Wei")),
        ('+++\ntitle = "Ferry closes"\ndate = 2025-03-18T10:00:00Z\n+++\n', "published", "2025-03-18"),
        ("+++\nno toml\n+++\n", "title", None),
    ],
)  # fmt: skip
def test_what_lines_before_the_story_state(tmp_path: Path, lines: str, field: str, value: object) -> None:
    assert getattr(read(tmp_path / "x.txt", f"{lines}{TOLD}").metadata, field) == value


def test_the_owner_in_a_line_of_copyright_is_the_outlet_only_where_nothing_else_is(tmp_path: Path) -> None:
    owner = "\n\nCopyright 2025 Example Holdings Group. All rights reserved.\n"
    asked = "\n\nThe Guardian has contacted the ferry lines for comment."
    assert read(tmp_path / "x.txt", f"{TOLD}{asked}{owner}").metadata.outlet == "The Guardian"
    assert read(tmp_path / "y.txt", f"{TOLD}{owner}").metadata.outlet is not None
