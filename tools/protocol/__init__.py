"""What is made of the types in app/: the client's `protocol.ts`, the schemas of docs/asyncapi.yaml, the
record's schema, and docs/parameters.md.

`make protocol` writes them, and the tests fail while what stands differs. A module that makes files has a `made()`:
what is to be in them, by their path.
"""

from pathlib import Path

from tools.protocol import asyncapi, parameters, record, typescript


def made() -> dict[Path, str]:
    """The text that every made file has to have, by its path."""
    return {**typescript.made(), **asyncapi.made(), **record.made(), **parameters.made()}
