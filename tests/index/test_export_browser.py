"""The comparison's web page in a real browser: on a phone, on paper, with hostile words, without a network."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from index.comparison import compare
from index.export.comparison import FORMATS
from index.records import Document
from tests.index.comparing import article

A = article(
    "a/left.txt",
    "title|Ferry runs aground outside the harbour",
    "The ferry Marigold ran aground on a sandbank at dawn with 212 people on board.",
    f"Divers found a crack in the rudder, see https://example.org/{'a-very-long-path' * 30}.",
    title="Ferry runs aground outside the harbour",
)
B = article(
    "b/right.txt",
    "A rudder with a crack was to blame, divers told the coast guard.",
    f"All 212 passengers left the Marigold, a ferry stranded on a {'sandbank' * 40}.",
    "船在沙洲上搁浅了。" * 30,
    title="Stranded" * 30,
    language="en-GB",
)
PHONE = 360
Browser = Callable[..., str]


def hostile(address: str) -> tuple[Document, Document]:
    """Return two articles whose words, titles and names try everything that makes a page load or run something."""
    tries = " ".join(
        (
            f'<script src="{address}/script"></script><script>document.title = "taken"</script>',
            f"<img src={address}/img onerror=\"document.title = 'taken'\"><svg/onload=document.title='taken'>",
            f'<link rel=stylesheet href="{address}/css"><style>@import "{address}/import";</style>',
            f'<iframe src="{address}/frame"></iframe><object data="{address}/object"></object>',
            f'<meta http-equiv=refresh content="0;url={address}/meta"><base href="{address}/base">',
            f'</style></title></mark></a>--><video poster="{address}/poster" autoplay src="{address}/video">',
            '"><input autofocus onfocus="document.title=1"> \' onmouseover=alert(1) &lt;script&gt; {}',
        )
    )
    documents = []
    for name in ("left", "right"):
        words = f"Divers found a crack in the rudder of the ferry Marigold: {tries}"
        one = article(f"{name}{tries[:40]}.txt", words, title=f"{name} {tries}", language='en"><script>')
        metadata = replace(one.metadata, outlet=tries, authors=(tries,), published=tries)
        documents.append(replace(one, metadata=metadata))
    return documents[0], documents[1]


def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium is installed to open the page with")


@pytest.fixture
def browse(tmp_path: Path) -> Browser:
    """Return a function that opens a page in Chromium and gives what it prints."""

    def run(page: str, *arguments: str) -> str:
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [
            chromium(),
            *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
            *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
            f"--user-data-dir={tmp_path / 'profile'}",
            *arguments,
            file.as_uri(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=60, check=False, cwd=tmp_path)
        except subprocess.TimeoutExpired:
            pytest.skip("Chromium does not answer within a minute here")
        if done.returncode:
            pytest.skip(f"Chromium does not run here: {done.stderr.decode(errors='replace')[-200:]}")
        return done.stdout.decode()

    return run


class Heard(BaseHTTPRequestHandler):
    """Notes what a page asks for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """Run a server that a page must never ask; return its address."""
    Heard.asked.clear()
    with HTTPServer(("127.0.0.1", 0), Heard) as listening:
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def written(a: Document, b: Document) -> str:
    return FORMATS["html"](compare(a, b), a, b)


# The page forbids scripts, so it is measured from a page around it that asks the frame.
FRAME = """<!DOCTYPE html><body><iframe id=f srcdoc="{page}" style="width:{width}px;height:700px;border:0"></iframe>
<script>onload = () => {{ const d = document.getElementById("f").contentDocument;
const [a, b] = d.querySelectorAll("article"); document.body.dataset.below = b.offsetTop >= a.offsetTop + a.offsetHeight;
document.body.dataset.wide = d.documentElement.scrollWidth;
document.body.dataset.small = Math.min(...[...d.querySelectorAll("article p, blockquote, li")].map(
  (one) => parseFloat(getComputedStyle(one).fontSize)));
document.body.dataset.scripts = d.scripts.length; }}</script></body>"""


def framed(page: str, width: int) -> str:
    return FRAME.format(page=page.replace("&", "&amp;").replace('"', "&quot;"), width=width)


def test_a_browser_prints_both_articles(browse: Browser, tmp_path: Path) -> None:
    from pypdf import PdfReader

    browse(written(A, B), "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    printed = re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages))
    links = compare(A, B).links
    assert links
    for link in links:
        for side in (link.a, link.b):
            # Once in the list of links, once in its article.
            assert printed.count(re.sub(r"\s+", "", side.text)[:40]) >= 2


@pytest.mark.parametrize("width", [PHONE, 700, 1200])
def test_nothing_is_wider_than_the_window(browse: Browser, width: int) -> None:
    found = dict(re.findall(r'data-(\w+)="([\w.]+)"', browse(framed(written(A, B), width), "--dump-dom")))
    assert int(found["wide"]) <= width
    assert found["below"] == ("true" if width == PHONE else "false")
    assert found["scripts"] == "0"
    assert float(found["small"]) >= 13


def test_hostile_words_are_shown_and_load_and_run_nothing(browse: Browser, server: str) -> None:
    a, b = hostile(server)
    dom = browse(written(a, b), "--virtual-time-budget=3000", "--dump-dom")
    assert Heard.asked == []
    title = re.search(r"<title>(.*?)</title>", dom, re.DOTALL)
    assert title is not None
    assert title[1].startswith("left &lt;script")
    body = dom[dom.index("<body>") :]
    assert not re.search(r"<(script|img|svg|link|style|iframe|object|meta|base|video|input)\b", body)
    assert "&lt;script&gt;" in body
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', body))


def test_a_page_that_does_load_something_is_noticed(browse: Browser, server: str) -> None:
    browse(f'<!DOCTYPE html><img src="{server}/seen">', "--virtual-time-budget=3000", "--dump-dom")
    assert Heard.asked == ["/seen"]
