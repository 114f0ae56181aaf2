"""`organiser add` and `token add`."""

import getpass
import sys

from app import access
from app.cli.ending import refuse, run
from app.settings import Settings
from app.store.accounts import SHORTEST_PASSWORD, Accounts
from app.store.database import Database
from app.texts import sentence


def add_organiser(name: str) -> None:
    if sys.stdin.isatty():
        password = getpass.getpass("Password: ")
        if password != getpass.getpass("Once more: "):
            refuse("the two passwords are not the same.")
    else:
        password = sys.stdin.readline().rstrip("\n")
    if not name.strip():
        refuse("a name is needed.", 2)
    if len(password) < SHORTEST_PASSWORD:
        refuse(sentence("en", "password_short"))

    async def work() -> None:
        access.allow(access.OPERATOR, "add_organiser")
        database = await Database.open(Settings().database_url)
        try:
            await Accounts(database).create(name.strip(), password)
        finally:
            await database.close()

    run(work())
    print(f"{name.strip()} can log in now.", file=sys.stderr)


def add_token(label: str) -> None:
    async def work() -> None:
        access.allow(access.OPERATOR, "add_token")
        database = await Database.open(Settings().database_url)
        try:
            print(await Accounts(database).create_token(label.strip()))
        finally:
            await database.close()

    if not label.strip():
        refuse("a label is needed.", 2)
    run(work())
