"""`timeline serve --edit` in a real browser: every act is in the file and on the page, by mouse and by keyboard."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.served import edited
from tests.browser.test_accessibility import OF_COLOUR, violations

TEXT = """\
title: Le conseil
slug: conseil
language: fr

events:
# vérifié au greffe
- id: e1
  date: 2022-12-19  # registre
  title: Visite à Minsk
  people: [Vladimir Poutine]
  sources:
  - article: x
    quote: Une visite lundi.
    because: lundi
- id: e2
  date: 2022-12-20
  title: Grève des cheminots
  sources:
  - article: x
    quote: Les cheminots ont cessé le travail.
  - url: https://example.org/greve
    quote: Le trafic a repris jeudi.
- id: e3
  date: 2022-12-20
  title: La grève des cheminots
  sources:
  - article: x
    quote: Une grève mardi.
- id: e4
  date: 2023-01-05
  title: Vœux
  sources:
  - article: x
    quote: Le maire a présenté ses vœux.
"""
CANDIDATES = """\
title: Autres
events:
- id: q1
  date: 2022-12-21
  title: Reprise du trafic
  sources:
  - article: x
    quote: Le trafic a repris.
"""
Start = Callable[..., Page]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edited")
    for name in ("docs", "articles"):
        (folder / name).mkdir()
    (folder / "articles" / "x.md").write_text("---\ntitle: X\ndate: 2022-12-21\n---\nUn texte.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Le fil\ntheme: {name: timeline}\nplugins: [timeline]\n", encoding="utf-8"
    )
    (folder / "timeline.yaml").write_text(TEXT, encoding="utf-8")
    (folder / "timeline.candidates.yaml").write_text(CANDIDATES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def entrance(root: Path) -> Iterator[str]:
    with edited(root) as address:
        assert address, (root / "serve.log").read_text(encoding="utf-8")
        yield address


@pytest.fixture
def start(chromium: Browser, root: Path, entrance: str) -> Iterator[Start]:
    """Opens the timeline in the editor, as TEXT has it."""
    wrong: list[str] = []
    contexts = []

    def call(**context: object) -> Page:
        file = root / "timeline.yaml"
        if file.read_text(encoding="utf-8") != TEXT:
            file.write_text(TEXT, encoding="utf-8")
        contexts.append(chromium.new_context(locale="fr-FR", **context))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(entrance)
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        for _ in range(100):  # until the site is built of TEXT
            page.goto(entrance.split("?", maxsplit=1)[0] + "conseil/index.html")
            versions = page.locator("script[data-versions]").get_attribute("data-versions") or ""
            if digest in versions and page.locator("#e1").count():  # a page that reloads itself may come between
                break
            page.wait_for_timeout(100)
        expect(page.locator("#e1 .tle-tools")).to_be_attached()
        return page

    yield call
    for context in contexts:
        context.close()
    assert wrong == []


def tool(page: Page, id_: str, name: str) -> Locator:
    page.locator(f"#{id_}").hover()
    return page.locator(f"#{id_}").get_by_role("toolbar").get_by_role("button", name=name)


def field(page: Page, name: str) -> Locator:
    return page.locator(f".tle-form #tle-{name}")


def said(page: Page, text: str) -> None:
    expect(page.locator(".tle-said")).to_contain_text(text)


def rebuilt(page: Page, root: Path) -> None:
    """Until the page shows the file as it is: the rows of the days are the site's own again."""
    digest = hashlib.sha256((root / "timeline.yaml").read_bytes()).hexdigest()
    page.wait_for_timeout(50)
    for _ in range(100):
        shown = page.request.get(page.url).text()
        if digest in shown:
            break
        page.wait_for_timeout(100)
    expect(page.locator(".tle-form")).to_have_count(0)


def becomes(page: Page, root: Path, text: str) -> None:
    """Waits until the file holds a text."""
    for _ in range(500):
        if now(root) == text:
            break
        page.wait_for_timeout(20)
    assert now(root) == text


def now(root: Path) -> str:
    return (root / "timeline.yaml").read_text(encoding="utf-8")


def test_every_act_by_mouse(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e1", "Confirmer").click()
    said(page, "« Visite à Minsk » est confirmé")
    expect(page.locator("#e1 .tl-b-confirmed")).to_be_visible()
    assert now(root) == TEXT.replace("Poutine]\n", "Poutine]\n  confirmed: true\n")
    tool(page, "e1", "Titre").click()
    field(page, "title").fill("Visite : à Minsk")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("#e1 h3")).to_have_text("Visite : à Minsk")
    tool(page, "e1", "Date").click()
    field(page, "date").fill("31 février 2022")
    expect(page.locator(".tle-read")).to_contain_text("vouliez-vous dire « 2022-02-28 »")
    field(page, "date").fill("March 21, 2022")
    expect(page.locator(".tle-read")).to_have_text("lundi 21 mars 2022 · 2022-03-21")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("#d-2022-03-21 #e1")).to_be_visible()  # the rebuilt page
    assert '  date: 2022-03-21  # registre\n  title: "Visite : à Minsk"' in now(root)
    tool(page, "e3", "Fusionner").click()
    field(page, "into").select_option("e2")
    page.get_by_role("button", name="Enregistrer").click()
    said(page, "« La grève des cheminots » est fusionné")
    expect(page.locator("#e3")).to_have_count(0)
    expect(page.locator("#e2 .tl-count")).to_have_text("3 sources")
    tool(page, "e2", "Scinder").click()
    page.get_by_role("checkbox").nth(0).uncheck()
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_role("checkbox").nth(2).uncheck()
    field(page, "title").fill("Reprise")
    field(page, "date").fill("22 décembre 2022")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("#d-2022-12-22 h3")).to_have_text("Reprise")
    expect(page.locator("#e2 .tl-count")).to_have_text("2 sources")
    assert "# vérifié au greffe" in now(root)


def test_people_and_places(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    page.locator("#e1 .tle-tools button").first.focus()
    page.keyboard.press("w")
    expect(field(page, "people")).to_be_focused()
    expect(field(page, "people")).to_have_value("Vladimir Poutine")
    field(page, "people").fill("Vladimir Poutine\nAlexandre Loukachenko")
    page.keyboard.press("Tab")
    page.keyboard.type("Minsk")
    page.keyboard.press("Control+Enter")
    said(page, "Nouveaux noms pour « Visite à Minsk »")
    expect(page.locator("#e1 .tl-meta")).to_contain_text("Alexandre Loukachenko")
    names = "  people: [Vladimir Poutine, Alexandre Loukachenko]\n  places: [Minsk]\n"
    assert now(root) == TEXT.replace("  people: [Vladimir Poutine]\n", names)
    tool(page, "e1", "Noms").click()
    field(page, "people").fill("")
    field(page, "places").fill("")
    page.get_by_role("button", name="Enregistrer").click()
    becomes(page, root, TEXT.replace("  people: [Vladimir Poutine]\n", ""))


def test_a_date_that_is_not_read_yet_shows_no_other_reading(start: Start) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e1", "Date").click()
    expect(page.locator(".tle-read")).to_have_text("lundi 19 décembre 2022 · 2022-12-19")
    held: list[Route] = []

    def hold(route: Route) -> None:  # the server is busy
        held.append(route)

    page.route("**/_edit/reading?*", hold)
    field(page, "date").fill("21 mars 2022")
    expect(page.locator(".tle-read")).to_have_text("")
    assert held
    for route in held:
        route.continue_()
    expect(page.locator(".tle-read")).to_have_text("lundi 21 mars 2022 · 2022-03-21")


def test_a_form_that_opens_while_the_page_is_rebuilt_is_in_the_new_page(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    held: list[Route] = []

    def hold(route: Route) -> None:  # the server is busy
        held.append(route)

    page.route("**/_edit/event?*", hold)
    tool(page, "e1", "Titre").click()
    (root / "timeline.yaml").write_text(TEXT.replace("Visite à Minsk", "Visite à Brest"), encoding="utf-8")
    expect(page.locator("#e1 h3")).to_have_text("Visite à Brest")
    assert held
    for route in held:
        route.continue_()
    expect(page.locator("#e1 .tle-form #tle-title")).to_be_visible()


def test_a_form_is_sent_once_and_may_be_left_while_the_server_is_busy(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/_edit/act", hold)
    page.get_by_role("button", name="Ajouter").click()
    field(page, "title").fill("Nouvel an")
    field(page, "date").fill("1er janvier 2023")
    field(page, "title").press("Enter")
    field(page, "title").press("Enter")
    field(page, "title").press("Escape")
    expect(page.locator(".tle-form")).to_have_count(0)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#d-2023-01-01 h3")).to_have_text("Nouvel an")
    assert (len(held), faults, now(root).count("Nouvel an")) == (1, [], 1)


def test_more_acts_by_mouse_and_all_undone(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e4", "Masquer").click()
    said(page, "« Vœux » est masqué")
    expect(page.locator("#e4")).to_have_count(0)
    page.get_by_text("Masqués (1)").click()
    page.get_by_role("button", name="Montrer : Vœux").click()
    expect(page.locator("#e4 h3")).to_have_text("Vœux")
    assert "hidden" not in now(root)
    page.get_by_role("button", name="Ajouter").click()
    field(page, "title").fill("Nouvel an")
    field(page, "date").fill("1er janvier 2023")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("#d-2023-01-01 h3")).to_have_text("Nouvel an")
    for _ in range(3):
        before = now(root)
        page.get_by_role("button", name="Annuler").click()
        said(page, "Annulé")
        for _ in range(100):
            if now(root) != before:
                break
            page.wait_for_timeout(20)
    becomes(page, root, TEXT)
    page.get_by_role("button", name="Rétablir").click()
    said(page, "Rétabli : « Vœux » est masqué")
    assert "hidden: true" in now(root)


def test_the_keyboard_alone(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    page.keyboard.press("j")
    page.keyboard.press("c")
    said(page, "est confirmé")
    rebuilt(page, root)
    expect(page.locator("#e1")).to_be_focused()  # where the reader was
    page.locator("#e2 .tle-tools button").first.focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(field(page, "date")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("vers mars 2023")
    page.keyboard.press("Enter")
    said(page, "Nouvelle date pour « Grève des cheminots »")
    expect(page.locator("#e2 .tle-tools [data-act=redate]")).to_be_focused()
    expect(page.locator("#e4 ~ #e2, .tl-day:last-child #e2")).to_have_count(1)  # the page is rebuilt
    expect(page.locator("#e2 .tle-tools [data-act=redate]")).to_be_focused()
    page.keyboard.press("t")
    expect(field(page, "title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#e2 .tle-tools [data-act=redate]")).to_be_focused()
    for key in ("u", "u"):
        page.keyboard.press(key)
    said(page, "Annulé")
    becomes(page, root, TEXT)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("r : relire")


def test_the_review_walks_what_wants_a_look(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    page.keyboard.press("r")
    panel = page.get_by_role("region", name="Relire")
    expect(panel).to_contain_text("1 sur 2")
    expect(panel).to_be_focused()
    first = panel.get_by_role("heading").text_content()
    page.keyboard.press("j")
    expect(panel).to_contain_text("2 sur 2")
    page.keyboard.press("k")
    expect(panel.get_by_role("heading")).to_have_text(first or "")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("2 sur 2")
    said(page, "est confirmé. 2 sur 2")
    page.keyboard.press("d")
    expect(field(page, "date")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2022-12-18")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("dimanche 18 décembre 2022")
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert now(root).count("confirmed: true") == 1
    page.keyboard.press("p")
    expect(page.get_by_role("region", name="Candidats")).to_contain_text("Reprise du trafic")
    page.keyboard.press("Enter")
    said(page, "« Reprise du trafic » est repris")
    expect(page.locator("#q1 h3")).to_have_text("Reprise du trafic")
    assert "- id: q1\n  date: 2022-12-21\n" in now(root)


def test_what_is_typed_outlives_a_file_that_was_saved_meanwhile(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e1", "Titre").click()
    field(page, "title").fill("Ce que je tape")
    (root / "timeline.yaml").write_text(TEXT.replace("title: Vœux", "title: Vœux du maire"), encoding="utf-8")
    page.keyboard.press("Enter")
    said(page, "rien n’a été écrit")
    expect(field(page, "title")).to_have_value("Ce que je tape")
    assert "Ce que je tape" not in now(root)
    expect(page.locator("#e4 h3")).to_have_text("Vœux du maire")
    expect(field(page, "title")).to_be_focused()
    page.keyboard.press("Enter")
    said(page, "Nouveau titre")
    assert "Ce que je tape" in now(root)
    assert "Vœux du maire" in now(root)


def test_what_is_typed_outlives_its_form_and_its_page(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e1", "Date").click()
    field(page, "date").fill("21 mars 2022")
    tool(page, "e4", "Titre").click()  # another form opens
    said(page, "La saisie est gardée, et revient avec son formulaire (Date de « Visite à Minsk »)")
    field(page, "title").fill("Vœux du maire")
    (root / "timeline.yaml").write_text(TEXT.replace("date: 2022-12-20", "date: [2022-12-20", 1), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("La chronologie ne se lit pas")
    (root / "timeline.yaml").write_text(TEXT, encoding="utf-8")
    expect(page.locator("#e4").get_by_label("Titre", exact=True)).to_have_value("Vœux du maire")
    page.keyboard.press("Enter")
    said(page, "Nouveau titre")
    tool(page, "e1", "Date").click()
    expect(field(page, "date")).to_have_value("21 mars 2022")
    expect(page.locator(".tle-read")).to_have_text("lundi 21 mars 2022 · 2022-03-21")
    page.keyboard.press("Escape")  # given up
    tool(page, "e1", "Date").click()
    expect(field(page, "date")).to_have_value("2022-12-19")


def test_a_file_that_is_again_what_it_was_is_shown(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    tool(page, "e1", "Titre").click()
    field(page, "title").fill("Un essai")
    page.keyboard.press("Enter")
    said(page, "Nouveau titre")
    rebuilt(page, root)
    (root / "timeline.yaml").write_text(TEXT, encoding="utf-8")  # as an undo of the text editor does
    expect(page.locator("#e1 h3")).to_have_text("Visite à Minsk")


def test_a_server_that_stops_and_starts_again(start: Start, root: Path) -> None:
    page = start(viewport={"width": 1200, "height": 900})
    page.route("**/_edit/*", lambda route: route.abort())
    tool(page, "e4", "Masquer").click()
    said(page, "Le serveur ne répond pas")
    expect(page.locator("#e4 h3")).to_have_text("Vœux")
    tool(page, "e3", "Titre").click()
    said(page, "Le serveur ne répond pas")
    page.unroute("**/_edit/*")
    tool(page, "e3", "Titre").click()
    field(page, "title").fill("Grève")
    cookies = page.context.cookies()
    page.context.clear_cookies()  # the token is another one
    page.keyboard.press("Enter")
    said(page, "Le serveur a été relancé : ouvrez l’adresse qu’il affiche")
    page.context.add_cookies(cookies)
    page.keyboard.press("Enter")
    said(page, "Nouveau titre")
    assert "title: Grève\n" in now(root)


def test_a_form_of_the_review_is_seen_on_a_phone(start: Start) -> None:
    page = start(viewport={"width": 390, "height": 660})
    page.keyboard.press("r")
    expect(page.get_by_role("region", name="Relire")).to_be_focused()
    page.keyboard.press("t")
    expect(field(page, "title")).to_be_focused()
    found = page.evaluate(
        """() => { const box = document.activeElement.getBoundingClientRect();
          return document.elementFromPoint(box.left + 9, box.top + box.height / 2) === document.activeElement }"""
    )
    assert found


def test_an_event_that_moves_to_another_page_is_followed(chromium: Browser, tmp_path: Path) -> None:
    config = "site_name: Le fil\ntheme: {name: timeline}\nplugins: [timeline: {per_page: 3}]\n"
    for name in ("docs", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    (tmp_path / "timeline.yaml").write_text(TEXT, encoding="utf-8")
    with edited(tmp_path) as address, chromium.new_context(locale="fr-FR") as context:
        page = context.new_page()
        page.goto(address)
        page.goto(address.split("?", maxsplit=1)[0] + "conseil/index.html")
        page.get_by_role("link", name="Modifier : Visite à Minsk").click()  # the buttons are where it stands whole
        expect(page.locator("#e1 .tle-tools")).to_be_attached()
        tool(page, "e1", "Date").click()
        field(page, "date").fill("5 janvier 2023")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Il est sur une autre page : y aller").click()
        expect(page.locator("#d-2023-01-05 #e1 h3")).to_have_text("Visite à Minsk")
        page.get_by_role("button", name="Annuler").click()
        expect(page.locator("#e1")).to_have_count(0)
        said(page, "Il est sur une autre page : y aller")
        page.goto(address.split("?", maxsplit=1)[0] + "conseil/2023.html")
        expect(page.locator("#e4 .tle-tools")).to_be_attached()
        tool(page, "e4", "Date").click()
        field(page, "date").fill("21 décembre 2022")
        page.keyboard.press("Enter")  # no event is left on this page
        expect(page.locator("#d-2022-12-21 #e4 h3")).to_have_text("Vœux")


def test_no_violation_and_nothing_too_wide(start: Start) -> None:
    page = start(bypass_csp=True, viewport={"width": 1200, "height": 900})
    page.locator("#e1").hover()
    page.locator("#e2 [data-act=split]").focus()
    page.keyboard.press("Enter")
    expect(field(page, "title")).to_be_focused()
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_role("region", name="Relire")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("t")
    expect(field(page, "title")).to_be_focused()
    page.emulate_media(color_scheme="dark")
    assert violations(page, OF_COLOUR) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        """() => [...document.querySelectorAll('.tle-dock button, .tle-tools button')]
          .map(button => [button.getBoundingClientRect(), button.outerHTML])
          .filter(([box]) => box.width && (box.height < 24 || box.width < 24))"""
    )
    assert small == []


def raw(entrance: str, method: str, path: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of a request that no browser makes."""
    parts = urlsplit(entrance)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request(method, path, body, {"Host": parts.netloc, **headers})
    return connection.getresponse().status


def test_attacks_on_the_running_server(start: Start, chromium: Browser, root: Path, entrance: str) -> None:
    page = start()
    netloc = urlsplit(entrance).netloc
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    version = json.loads(page.locator("script[data-versions]").get_attribute("data-versions") or "{}")["conseil"]
    body = json.dumps({"timeline": "conseil", "version": version, "act": "hide", "id": "e1"}).encode()
    good = {"Cookie": cookie, "Origin": f"http://{netloc}", "Content-Type": "application/json"}
    for changed, status in (
        ({"Origin": "https://evil.example"}, 403),
        ({"Cookie": ""}, 403),
        ({"Host": f"evil.example:{netloc.rpartition(':')[2]}"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ):
        assert raw(entrance, "POST", "/_edit/act", body, good | changed) == status, changed
    assert raw(entrance, "POST", "/_edit/act", b"x" * 70_000, good) == 413
    assert raw(entrance, "GET", "/_edit/act?timeline=conseil&act=hide&id=e1", b"", good) == 405
    for path in ("/../timeline.yaml", "/..%2ftimeline.yaml", "/_edit/../../timeline.yaml", "//etc/passwd"):
        assert raw(entrance, "GET", path, b"", good) == 404
    stranger = chromium.new_page()  # another browser, without the token
    answer = stranger.goto(entrance.split("?", maxsplit=1)[0] + "conseil/index.html")
    assert answer is not None
    assert answer.status == 403
    stranger.close()
    assert not re.search("token=", page.url)
    assert now(root) == TEXT
