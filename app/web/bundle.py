"""The files a browser gets: built bundles by the name of their page, and our own style sheets.

All of them are read once and kept compressed, since there are few and they never change while the server runs.
Built files have their content's hash in their name and may be kept for ever; so may ours, by `?v=`.
"""

import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app import access

STATIC = Path(__file__).parents[1] / "static"
MANIFEST = "built/manifest.json"
FOR_EVER = "public, max-age=31536000, immutable"
SMALLEST = 600
"""Bytes under which compressing costs more than it saves."""
TYPES = {
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class File:
    body: bytes
    packed: bytes | None
    type: str
    etag: str
    built: bool


@dataclass(frozen=True)
class Entry:
    """What a page's HTML names: addresses of its script, its style sheets, and what it will import at once."""

    script: str = ""
    styles: tuple[str, ...] = ()
    preloads: tuple[str, ...] = ()


@dataclass
class Bundle:
    """An ASGI app, mounted at /static, that also tells templates the addresses."""

    files: dict[str, File]
    manifest: dict[str, dict[str, Any]] = field(default_factory=dict)

    @staticmethod
    def read(folder: Path = STATIC) -> "Bundle":
        """A checkout whose client is not built has no manifest; `complete` says so."""
        files = {
            file.relative_to(folder).as_posix(): _file(file, file.relative_to(folder).parts[0] == "built")
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }
        manifest = files.get(MANIFEST)
        return Bundle(files, json.loads(manifest.body) if manifest else {})

    @property
    def complete(self) -> bool:
        return bool(self.manifest)

    def address(self, name: str) -> str:
        """Of one of our own files, for example "organise.css"."""
        return f"/static/{name}?v={self.files[name].etag[:12]}"

    def entry(self, page: str, language: str = "") -> Entry:
        """The bundle of src/`page`/main.tsx, with that language's texts among what to fetch at once."""
        found = self.manifest.get(f"src/{page}/main.tsx")
        if found is None:
            return Entry()
        chunks = self._imported(found)
        texts = [
            chunk["file"]
            for key in found.get("dynamicImports", ()) if (chunk := self.manifest.get(key))
            if f"locales/{language}/" in key
        ]  # fmt: skip
        styles = [style for chunk in (*chunks, found) for style in chunk.get("css", ())]
        # A page's own style comes last, so that it may differ from what it shares with others.
        styles.sort(key=lambda style: style.rpartition("/")[2].startswith(f"{page}-"))
        return Entry(
            f"/static/built/{found['file']}",
            tuple(f"/static/built/{style}" for style in dict.fromkeys(styles)),
            tuple(
                f"/static/built/{file}" for file in dict.fromkeys([*(one["file"] for one in chunks), *texts])
            ),
        )

    def _imported(self, chunk: dict[str, Any]) -> list[dict[str, Any]]:
        """The chunks that `chunk` needs, and that those need, each once."""
        found: dict[str, dict[str, Any]] = {}
        waiting = list(chunk.get("imports", ()))
        while waiting:
            key = waiting.pop(0)
            if key not in found and key in self.manifest:
                found[key] = self.manifest[key]
                waiting += found[key].get("imports", ())
        return list(found.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(scope)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        if not access.may(access.VISITOR, "read_files"):
            return Response("Not allowed", 403, media_type="text/plain")
        root: str = scope.get("root_path", "")
        name = scope["path"].removeprefix(root).lstrip("/")
        file = self.files.get(name)
        if file is None:
            return Response("Not found", 404, media_type="text/plain")
        if scope["method"] not in ("GET", "HEAD"):
            return Response("Method not allowed", 405, {"Allow": "GET, HEAD"}, "text/plain")
        asked = Headers(scope=scope)
        named = f"v={file.etag[:12]}".encode() in scope.get("query_string", b"")
        headers = {
            "ETag": f'"{file.etag}"',
            "Cache-Control": FOR_EVER if file.built or named else "public, max-age=300",
            "Vary": "Accept-Encoding",
        }
        if asked.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        body = file.body
        if file.packed is not None and "gzip" in asked.get("accept-encoding", ""):
            body, headers["Content-Encoding"] = file.packed, "gzip"
        return Response(body, headers=headers, media_type=file.type)


def _file(file: Path, built: bool) -> File:
    body = file.read_bytes()
    packed = gzip.compress(body, 9, mtime=0) if len(body) >= SMALLEST and file.suffix != ".woff2" else None
    type = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return File(
        body, packed, type, hashlib.sha256(body).hexdigest()[:32], built and file.name != "manifest.json"
    )
