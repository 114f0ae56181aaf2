"""Files for browsers: kept for ever under their own names, sent compressed, named by the manifest."""

import gzip
import json
from pathlib import Path

from app.web.bundle import FOR_EVER, Bundle
from tests.web.site import Site

MANIFEST = {
    "src/phone/main.tsx": {
        "file": "assets/phone-1.js", "isEntry": True, "imports": ["_shared.js"],
        "css": ["assets/phone-2.css", "assets/tokens-8.css"],
        "dynamicImports": ["../locales/nl/phone.ftl?raw", "../locales/en/phone.ftl?raw"],
    },
    "_shared.js": {"file": "assets/shared-3.js", "imports": ["_core.js"], "css": ["assets/shared-4.css"]},
    "_core.js": {"file": "assets/core-5.js", "imports": ["_shared.js"]},
    "../locales/nl/phone.ftl?raw": {"file": "assets/nl-6.js"},
    "../locales/en/phone.ftl?raw": {"file": "assets/en-7.js"},
}  # fmt: skip


def test_a_page_names_its_script_styles_and_what_it_imports(tmp_path: Path) -> None:
    (tmp_path / "built" / "assets").mkdir(parents=True)
    (tmp_path / "built" / "manifest.json").write_text(json.dumps(MANIFEST))
    bundle = Bundle.read(tmp_path)
    entry = bundle.entry("phone", "nl")
    assert bundle.complete and entry.script == "/static/built/assets/phone-1.js"
    assert entry.styles == (
        "/static/built/assets/shared-4.css",
        "/static/built/assets/tokens-8.css",
        "/static/built/assets/phone-2.css",
    )
    assert entry.preloads == (
        "/static/built/assets/shared-3.js",
        "/static/built/assets/core-5.js",
        "/static/built/assets/nl-6.js",
    )


def test_a_checkout_without_a_client_says_so(tmp_path: Path) -> None:
    bundle = Bundle.read(tmp_path)
    assert not bundle.complete and bundle.entry("phone", "nl").script == ""


def test_a_file_is_sent_compressed_and_kept_for_ever_under_its_address(site: Site) -> None:
    address = site.services.bundle.address("organise.css")
    response = site.client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response.headers["cache-control"] == FOR_EVER and response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"].startswith("text/css")
    again = site.client.get(address, headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    plain = site.client.get("/static/organise.css", headers={"Accept-Encoding": ""})
    assert plain.headers["cache-control"] != FOR_EVER and "content-encoding" not in plain.headers
    assert plain.text == response.text


def test_nothing_else_is_served_from_there(site: Site) -> None:
    for path in ("/static/", "/static/nowhere.js", "/static/../main.py", "/static/%2e%2e/main.py"):
        assert site.client.get(path).status_code == 404
    assert site.client.post("/static/organise.css").status_code == 405


def test_compressed_files_are_the_files(tmp_path: Path) -> None:
    (tmp_path / "long.css").write_text("a { color: red }\n" * 100)
    file = Bundle.read(tmp_path).files["long.css"]
    assert file.packed is not None and gzip.decompress(file.packed) == file.body
