"""The colours, type and sizes of every screen (app/static/tokens.css), for a page that carries its style with it.

The record is on white whatever the reader prefers, since it is made to be kept and printed, so it takes the light ones.
"""

import re
from functools import cache
from pathlib import Path

APP = Path(__file__).parents[1]


@cache
def light() -> dict[str, str]:
    """Of each token its value, without the dashes: {"ink": "#12262b"}."""
    sheet = (APP / "static/tokens.css").read_text(encoding="utf-8")
    block = re.search(r":root \{(.*?)\}", sheet, re.DOTALL)
    assert block, "tokens.css begins with the light ones"
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block[1]))


@cache
def used_by(template: str) -> str:
    """The declarations of the tokens that a template's style names, in the order of tokens.css."""
    named = set(re.findall(r"var\(--([\w-]+)", (APP / "templates" / template).read_text(encoding="utf-8")))
    return " ".join(f"--{name}: {value};" for name, value in light().items() if name in named)
