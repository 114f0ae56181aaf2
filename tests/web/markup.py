"""Reads a page the way a browser does, and says what is wrong with it."""

from html.parser import HTMLParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
FOREIGN = frozenset(["svg", "circle", "path", "rect", "g", "line", "text"])
FIELDS = frozenset({"input", "select", "textarea"})


class Page(HTMLParser):
    """`faults`: what is wrong. `ids`, `links`, `text`: what is there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.labelled: set[str] = set()
        self.described: set[str] = set()
        self.fields: dict[str, str] = {}
        self.chosen: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []
        self.text = ""
        self.language = ""
        self.direction = ""
        self.headings: list[int] = []
        self._select = self._textarea = ""
        if not html.startswith("<!doctype html>"):
            self.faults.append("no doctype")
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.faults += [f"id {id} twice" for id in set(self.ids) if self.ids.count(id) > 1]
        self.faults += [f"label for {id}, which is not there" for id in self.labelled - set(self.ids)]
        self.faults += [f"described by {id}, which is not there" for id in self.described - set(self.ids)]
        self.faults += [
            f"heading {a} is followed by {b}"
            for a, b in zip(self.headings, self.headings[1:], strict=False)
            if b > a + 1
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if len(given) < len(attrs):
            self.faults.append(f"an attribute of <{tag}> twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            self.language = given.get("lang", "")
            self.direction = given.get("dir", "")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if "id" in given:
            self.ids.append(given["id"])
        if "for" in given:
            self.labelled.add(given["for"])
        self.described |= set(given.get("aria-describedby", "").split())
        self.faults += [
            f"<{tag} {name}> is inline" for name in given if name == "style" or name.startswith("on")
        ]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.faults.append(f"<{tag}> is inline")
        self.addresses += [given[name] for name in ("href", "src", "action", "formaction") if name in given]
        if tag in FIELDS and given.get("type") not in ("hidden", "checkbox", "radio") and "id" not in given:
            self.faults.append(f"<{tag} {given.get('name')}> has no id to be labelled by")
        if tag == "img" and "alt" not in given:
            self.faults.append("<img> without alt")
        self._keep(tag, given)

    def _keep(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "button":
            self.buttons.append((name, given.get("value", "")))
        elif tag == "input" and given.get("type") in ("checkbox", "radio"):
            if "checked" in given:
                self.chosen.setdefault(name, []).append(given.get("value", "on"))
        elif tag == "input":
            self.fields[name] = given.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in given or self._select not in self.fields):
            self.fields[self._select] = given.get("value", "")
        elif tag == "textarea":
            self._textarea, self.fields[name] = name, ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID and tag not in FOREIGN:
            self.faults.append(f"<{tag}/> closes itself")
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1] if self.open else ''}>")
        else:
            self.open.pop()
        if tag == "textarea":
            self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.fields[self._textarea] += (
                data.removeprefix("\n") if not self.fields[self._textarea] else data
            )
        self.text += data

    def form(self) -> dict[str, str | list[str]]:
        """Everything the page's forms would send, but for the button."""
        return {**self.fields, **self.chosen}


def read(html: str) -> Page:
    page = Page(html)
    assert page.faults == []
    elsewhere = [
        one
        for one in page.addresses
        if "//" in one and not one.startswith(("http://testserver/", "https://fishbowl.test/"))
    ]
    assert elsewhere == [], "a page points at another site"
    return page
