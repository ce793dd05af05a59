"""Of a web page the article is read, in the many shapes that sites give it, and what is not is said."""

# ruff: noqa: E501 (lines of markup)

import json
from pathlib import Path
from typing import Any

import pytest

from index.errors import ReadingError
from index.reading import Source, read_document
from index.records import Document

P = (
    "The harbour board of Port Elia voted on Tuesday to close the old ferry terminal, a step that officials said would "
    "save four million euros over the next ten years and free the quay for housing.",
    "Residents of the quarter had asked for a public hearing before any decision was taken, and a hundred of them left "
    "the hall in protest when the vote was called late in the evening.",
    "The terminal, which was built in 1964, handled 310,000 passengers last year, according to the port authority, which "
    "runs it together with the city and two private firms.",
    "“We had no choice,” said the chair of the board, who added that the roof had not been safe since the storm.",
    "The ferry lines said that they would go to court, and that they had not been heard.",
    "A new terminal is to be built on the other side of the bay, though nobody could say when, or who would pay for it.",
)
MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Home", "World", "Politics", "Sport", "Weather"))
TEASERS = "".join(
    f"<div class='card'><a href='/{n}'><h3>Another story of the day, number {n}</h3></a>"
    f"<p><a href='/{n}'>What happened next surprised the whole town, people said.</a></p></div>"
    for n in range(8)
)
HEAD = "<title>Ferry terminal to close - Harbour Times</title><meta property='og:site_name' content='Harbour Times'>"


def read(folder: Path, body: str, head: str = HEAD) -> Document:
    file = folder / "page.html"
    file.write_text(f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_document(Source(file.name, str(file), 0, 0), {})


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


SHAPES = {
    "wordpress": (
        f"<div id='page' class='site has-sidebar'><header class='site-header'><nav><ul>{MENU}</ul></nav></header>"
        f"<div class='content-area'><main><article class='post-1 post type-post'><header class='entry-header'>"
        "<h1 class='entry-title'>Ferry terminal to close</h1><div class='entry-meta'>By <a rel='author' href='/a'>Ana Sousa"
        f"</a> on March 18, 2025</div></header><div class='entry-content'>{paragraphs(*P)}"
        "<div class='sharedaddy'><a href='#'>Share</a><a href='#'>Tweet</a></div></div>"
        f"<footer class='entry-footer'>Filed under: <a href='/t'>Ports</a></footer></article></main></div>"
        f"<aside class='widget-area'>{TEASERS}</aside><div id='comments'><p>{'I never liked the old one anyway. ' * 4}</p>"
        "</div></div>"
    ),
    "amp": (
        f"<amp-sidebar><ul>{MENU}</ul></amp-sidebar><article class='amp-wp-article'><h1>Ferry terminal to close</h1>"
        "<amp-img src='x.jpg'><noscript><img src='x.jpg'></noscript></amp-img>"
        f"<div class='amp-wp-article-content'>{paragraphs(*P[:3])}<amp-ad></amp-ad>{paragraphs(*P[3:])}</div></article>"
        f"<amp-list class='related'>{TEASERS}</amp-list>"
    ),
    "two chunks": (
        f"<nav>{MENU}</nav><main><h1>Ferry terminal to close</h1><div class='body__inner'>{paragraphs(*P[:3])}</div>"
        "<div class='ad-slot'>Advertisement</div><div class='newsletter-signup'><p>Get the best of the day by mail.</p></div>"
        f"<div class='body__inner'>{paragraphs(*P[3:])}</div></main><section>{TEASERS}</section>"
    ),
    "divs and breaks": (
        f"<table><tr><td><ul>{MENU}</ul></td><td><b>Ferry terminal to close</b><br><br>{'<br><br>'.join(P)}</td>"
        f"<td>{TEASERS}</td></tr></table>"
    ),
    "lede apart": (
        f"<div id='wrap'><h1>Ferry terminal to close</h1><div class='lede'><p>{P[0]}</p></div>"
        f"<div class='text'>{paragraphs(*P[1:])}</div><div class='most-read'>{TEASERS}</div></div>"
    ),
    "teasers as articles": (
        f"<main><article class='full'><h1>Ferry terminal to close</h1>{paragraphs(*P)}</article></main>"
        + "".join(f"<article class='teaser'><h2><a href='/{n}'>Story {n}</a></h2><p>Read on here.</p></article>" for n in "abcd")
    ),
    "consent": (
        "<div id='onetrust-consent-sdk'><div role='dialog'><h2>We value your privacy</h2><p>We and our 842 partners store "
        "and access information on a device, and process personal data for the purposes below.</p><p>Your choice is "
        f"kept for 13 months, and you may change it at any time.</p></div></div><article><h1>Ferry terminal to close</h1>"
        f"{paragraphs(*P)}</article>"
    ),
    "hidden while a dialog is open": (
        "<div class='modal' aria-modal='true'><p>Subscribe now for only 1 euro a month, and read all that we write.</p></div>"
        f"<div id='root' aria-hidden='true'><article><h1>Ferry terminal to close</h1>{paragraphs(*P)}</article></div>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_is_whole_and_nothing_else_is_in_it(tmp_path: Path, shape: str) -> None:
    document = read(tmp_path, SHAPES[shape])
    lines = document.text.splitlines()
    assert [line for line in lines if line in P] == list(P)
    others = [line for line in lines if line not in P and line != "Ferry terminal to close"]
    assert others == []
    assert document.metadata.title == "Ferry terminal to close"
    assert not any("left out" in notice for notice in document.notices)


def test_a_live_blog_is_read_with_all_its_entries(tmp_path: Path) -> None:
    posts = "".join(
        f"<article class='block'><time>10:{n}0</time><h2>Entry {n} of the day</h2>{paragraphs(P[n])}</article>"
        for n in range(6)
    )
    text = read(tmp_path, f"<main><h1>Ferry terminal to close</h1><div class='live'>{posts}</div></main>").text
    assert all(part in text for part in P)


def test_the_rows_of_a_table_stay_together(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{port}</td><td>{count}</td></tr>" for port, count in (("Elia", "310,000"), ("Doro", "41,000"))
    )
    table = f"<table><tr><th>Port</th><th>Passengers</th></tr>{rows}</table>"
    text = read(
        tmp_path, f"<article><h1>Ferry terminal to close</h1>{paragraphs(*P[:3])}{table}{paragraphs(P[3])}</article>"
    ).text
    assert "Port | Passengers\nElia | 310,000\nDoro | 41,000\n" in text


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'", "style='color:red;visibility:hidden'"])
def test_hidden_text_is_left_out(tmp_path: Path, hidden: str) -> None:
    page = f"<article><h1>Ferry terminal to close</h1>{paragraphs(*P)}<p {hidden}>The port lost 77 ships in one night.</p></article>"
    assert "77" not in read(tmp_path, page).text


def ld(**fields: Any) -> str:
    thing = {"@type": "NewsArticle", "headline": "Ferry terminal to close", **fields}
    return f"{HEAD}<script type='application/ld+json'>{json.dumps(thing)}</script>"


def test_a_page_that_shows_a_part_is_read_from_its_own_data(tmp_path: Path) -> None:
    body = f"<article><h1>Ferry terminal to close</h1>{paragraphs(P[0])}<div class='paywall'><p>Subscribe to read on.</p></div></article>"
    document = read(tmp_path, body, ld(articleBody="\n".join(P), isAccessibleForFree=False))
    assert all(part in document.text for part in P)
    assert any("own data" in notice for notice in document.notices)


def test_a_page_for_subscribers_is_said_to_be_cut(tmp_path: Path) -> None:
    body = f"<article><h1>Ferry terminal to close</h1>{paragraphs(*P[:2])}</article>"
    assert any("subscribers" in notice for notice in read(tmp_path, body, ld(isAccessibleForFree="False")).notices)


def test_what_was_left_out_and_reads_like_a_text_is_said(tmp_path: Path) -> None:
    other = paragraphs(*(part.replace("terminal", "museum") for part in P[:3]))
    body = f"<article><h1>Ferry terminal to close</h1>{paragraphs(*P)}</article><div><h2>Box</h2>{'<hr>' * 9}<div>{other}</div></div>"
    document = read(tmp_path, body)
    assert "museum" in document.text or any("left out" in notice for notice in document.notices)


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (ld(datePublished="2025-03-18T09:00:00+01:00", dateModified="2025-04-01T09:00:00Z"), "", "2025-03-18"),
        (ld(datePublished="2025-03-19T02:30:00Z"), "<time>March 18, 2025 9:30 PM</time>", "2025-03-18"),
        (ld(datePublished="2025-03-19T02:30:00Z"), "", "2025-03-19"),
        (HEAD, "<p class='meta'>Updated <time datetime='2025-04-01'>April 1, 2025</time></p>", None),
        (HEAD, "<span class='posted-on'>Posted on 18 March 2025</span>", "2025-03-18"),
        (f"{HEAD}<link rel='canonical' href='https://example.org/2025/03/18/ferry'>", "", "2025-03-18"),
        (f"{HEAD}<meta property='article:modified_time' content='2025-04-01'>", "", None),
    ],
)
def test_the_day_is_that_of_publication(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    page = f"<article><h1>Ferry terminal to close</h1>{body}{paragraphs(*P)}</article>"
    assert read(tmp_path, page, head).metadata.published == published


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (ld(author=[{"name": "Ana Sousa"}, {"name": "Jan Berg"}]), "", ("Ana Sousa", "Jan Berg")),
        (ld(author={"@type": "Organization", "name": "Harbour Times"}), "", ()),
        (ld(author="Ana &amp;quot;Sousa&amp;quot;".replace("&amp;quot;", "")), "", ("Ana Sousa",)),
        (f"{HEAD}<meta name='author' content='By ANA SOUSA and Jan Berg, Reuters'>", "", ("Ana Sousa", "Jan Berg")),
        (HEAD, "<p class='byline'>By Ana Sousa<br>March 18, 2025</p>", ("Ana Sousa",)),
        (HEAD, "<a rel='author' href='/a'>View all posts by Ana Sousa</a>", ("Ana Sousa",)),
        (HEAD, "<div class='author-name'>Last updated January 7</div>", ()),
        (HEAD, "<p>Written by Ana Sousa</p>", ("Ana Sousa",)),
    ],
)
def test_the_authors_are_names_and_nothing_else(tmp_path: Path, head: str, body: str, authors: tuple[str, ...]) -> None:
    page = f"<article><h1>Ferry terminal to close</h1>{body}{paragraphs(*P)}</article>"
    assert read(tmp_path, page, head).metadata.authors == authors


def test_linked_data_in_cdata_with_faults_is_read(tmp_path: Path) -> None:
    thing = '{"@type": "NewsArticle", "headline": "Ferry &amp; port", "publisher": {"name": "Harbour Times"},}'
    head = f"<title>x</title><script type='application/ld+json'>//<![CDATA[\n{thing}\n//]]></script>"
    known = read(tmp_path, f"<article><h1>Ferry &amp; port</h1>{paragraphs(*P)}</article>", head).metadata
    assert (known.title, known.outlet) == ("Ferry & port", "Harbour Times")


def test_a_page_nested_deeply_loses_nothing(tmp_path: Path) -> None:
    deep = "<div>" * 1000 + paragraphs(*P) + "</div>" * 1000
    text = read(tmp_path, deep).text
    assert all(part in text for part in P)


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="nested"):
        read(tmp_path, "<div>" * 5000 + paragraphs(*P) + "</div>" * 5000)
