"""`python -m tools.protocol` writes what is made of the types; with `--check` it only says what would change."""

import sys

from tools.protocol import made


def main(arguments: list[str]) -> int:
    files = made()
    stale = [
        path for path, text in files.items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if arguments == ["--check"]:
        for path in stale:
            print(f"{path} is not what the types say: `make protocol` makes it so.", file=sys.stderr)
        return bool(stale)
    for path, text in files.items():
        if path in stale:
            path.write_text(text, encoding="utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
