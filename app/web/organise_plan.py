"""Editing what was prepared: the run sheet, one item, the statements, the session itself, and the printed sheet.

Each save is a `Revise` in the live room, so a run sheet may be mended while the evening runs, as far as S1 permits.
A refusal comes back beside the field it is about, with everything still as it was typed.
"""

from dataclasses import replace
from itertools import accumulate
from typing import Literal

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.core.messages.session import Revise
from app.core.plan import Item, Plan, parameters_of, say
from app.core.refusal import Refusal
from app.core.variants import as_usual, rules_for
from app.core.vocabulary import (
    ITEM_KINDS,
    MOST_ITEMS,
    MOST_ROLES,
    MOST_STATEMENTS,
    SHAPES,
    VARIANTS,
    ItemKind,
    Variant,
)
from app.live.room import LiveRoom
from app.plans.writing import usual_title
from app.store.accounts import Organiser
from app.texts import t
from app.web import plan_forms
from app.web.organise import Asking, ask, done, room_of, session_of, session_page
from app.web.plan_forms import Mistakes, Values, current
from app.web.plan_input import (
    free_id,
    usual_minutes,
)
from app.web.problems import Problem
from app.web.render import language_of
from app.web.who import by_organiser, named, organiser

router = APIRouter(prefix="/organise/s/{id}", include_in_schema=False, dependencies=[Depends(organiser)])

MOST_FIELDS = 6000
"""Of one form: five hundred statements with all their fields."""


async def _form(request: Request) -> FormData:
    return await request.form(max_fields=MOST_FIELDS, max_files=0)


async def _save(room: LiveRoom, plan: Plan, field: str, asking: Organiser) -> Mistakes:
    """What stands in the way of it, if anything."""
    try:
        await ask(room, Revise(plan), named(asking))
    except Refusal as refusal:
        return plan_forms.of_refusal(refusal, field)
    return {}


def _asked(form: FormData) -> tuple[str, str]:
    """The button that was pressed: what to do, and with what ("up:circle-2")."""
    do, _, what = str(form.get("do", "save")).partition(":")
    return do, what


# The run sheet


@router.get("/sheet", dependencies=[by_organiser("see_session")])
async def sheet(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    return await _sheet(request, id, room, _minutes(current(room.room)))


def _minutes(plan: Plan) -> Values:
    return {item.id: plan_forms.minutes(item.planned_s) for item in plan.items}


async def _sheet(
    request: Request,
    id: str,
    room: LiveRoom,
    values: Values,
    code: int = 200,
    mistakes: Mistakes | None = None,
) -> Response:
    return session_page(
        request,
        "organise/sheet.html",
        room,
        await session_of(request, id),
        code,
        tab="sheet",
        values=values,
        kinds=ITEM_KINDS,
        mistakes=mistakes or {},
        planned_s=sum(item.planned_s for item in room.room.plan.items),
    )


@router.post("/sheet", dependencies=[by_organiser(Revise)])
async def change_sheet(request: Request, id: str, asking: Asking) -> Response:
    """Minutes of all items, and one of: up, down, remove, add."""
    form = await _form(request)
    room = await room_of(request, id)
    plan = current(room.room)
    mistakes: Mistakes = {}
    items = tuple(
        replace(item, planned_s=plan_forms.read_minutes(form, f"minutes:{item.id}", item.planned_s, mistakes))
        if f"minutes:{item.id}" in form
        else item
        for item in plan.items
    )
    do, what = _asked(form)
    at = next((number for number, item in enumerate(items) if item.id == what), -1)
    if do in ("up", "down") and at >= 0:
        by: Literal[-1, 1] = -1 if do == "up" else 1
        items = plan_forms.moved(items, at, by)
    elif do == "remove" and at >= 0:
        items = items[:at] + items[at + 1 :]
    elif do == "add" and len(items) < MOST_ITEMS:
        kind: ItemKind = next((one for one in ITEM_KINDS if one == form.get("kind")), "circle")
        added = _usual(kind, {item.id for item in items})
        items = (*items, added)
        what = added.id
    kept = {item.id for item in items}
    statements = tuple(one if one.item in kept else replace(one, item=None) for one in plan.statements)
    if not mistakes:
        mistakes = await _save(room, replace(plan, items=items, statements=statements), "sheet", asking)
    if mistakes:
        typed = {key: form.get(f"minutes:{key}", value) for key, value in _minutes(plan).items()}
        return await _sheet(request, id, room, typed, 422, mistakes)
    if do == "add":
        return done(f"/organise/s/{id}/items/{what}", "added")
    return done(f"/organise/s/{id}/sheet" + (f"#item-{what}" if do in ("up", "down") else ""))


def _usual(kind: ItemKind, taken: set[str]) -> Item:
    variant: Variant | None = "open_chair" if kind == "circle" else None
    return Item(
        free_id(kind.replace("_", "-"), taken),
        kind,
        usual_title(kind),
        usual_minutes(kind, variant) * 60,
        variant,
        rules=rules_for(kind, variant),
    )


# One item


def _options(request: Request, prefix: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """What a <select> offers: (value, what a person reads)."""
    language = language_of(request)
    return [(key, t(language, f"{prefix}-{key}")) for key in keys]


def _planned(room: LiveRoom, id: str) -> Item:
    item = room.room.planned(id)
    if item is None:
        raise Problem("unknown_item")
    return item


@router.get("/items/{item}", dependencies=[by_organiser("see_session")])
async def show_item(request: Request, id: str, item: str) -> Response:
    room = await room_of(request, id)
    planned = _planned(room, item)
    return await _item(request, id, room, planned, plan_forms.item_values(planned))


async def _item(
    request: Request, id: str, room: LiveRoom, item: Item, values: Values, mistakes: Mistakes | None = None
) -> Response:
    return session_page(
        request,
        "organise/item.html",
        room,
        await session_of(request, id),
        422 if mistakes else 200,
        tab="sheet",
        item=item,
        begun=room.room.state_of(item.id).state in ("running", "ended"),
        values=values,
        mistakes=mistakes or {},
        kind_options=_options(request, "kind", ITEM_KINDS),
        variant_options=_options(request, "variant", VARIANTS),
        groups=parameters_of(item.kind),
        options=lambda one: _options(request, one.text, one.choices),
        rules_open=any(field.startswith("rule_") for field in mistakes or {})
        or "done" in request.query_params,
        changed=not as_usual(item.rules, item.kind, item.variant),
    )


@router.post("/items/{item}", dependencies=[by_organiser(Revise)])
async def change_item(request: Request, id: str, item: str, asking: Asking) -> Response:
    form = await _form(request)
    room = await room_of(request, id)
    before = _planned(room, item)
    after, mistakes = plan_forms.read_item(form, before)
    if not mistakes:
        plan = current(room.room)
        items = tuple(after if one.id == item else one for one in plan.items)
        mistakes = await _save(room, replace(plan, items=items), "item", asking)
    if mistakes:
        return await _item(request, id, room, before, plan_forms.typed_item(form, before), mistakes)
    if (after.kind, after.variant) != (before.kind, before.variant) or form.get("do") == "usual":
        return done(f"/organise/s/{id}/items/{item}", "rules")
    return done(f"/organise/s/{id}/sheet#item-{item}")


# Statements


@router.get("/statements", dependencies=[by_organiser("see_session")])
async def show_statements(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    return await _statements(request, id, room, plan_forms.statement_values(current(room.room).statements))


async def _statements(
    request: Request,
    id: str,
    room: LiveRoom,
    rows: list[Values],
    new: Values | None = None,
    mistakes: Mistakes | None = None,
) -> Response:
    plan = room.room.plan
    return session_page(
        request,
        "organise/statements.html",
        room,
        await session_of(request, id),
        422 if mistakes else 200,
        tab="statements",
        rows=rows,
        new=new or plan_forms.blank(plan_forms.statement_values((plan_forms.NEW_STATEMENT,))),
        fixed=_fixed(room),
        item_options=[(item.id, say(item.title, language_of(request), plan.language)) for item in plan.items],
        mistakes=mistakes or {},
    )


@router.post("/statements", dependencies=[by_organiser(Revise)])
async def change_statements(request: Request, id: str, asking: Asking) -> Response:
    form = await _form(request)
    room = await room_of(request, id)
    plan = current(room.room)
    fixed = _fixed(room)
    do, what = _asked(form)
    statements, mistakes = plan_forms.read_statements(form, plan)
    now = {one.id: one for one in plan.statements}
    statements = tuple(now[one.id] if one.id in fixed else one for one in statements)
    if do == "remove":
        statements = tuple(one for one in statements if one.id != what)
        mistakes = {field: why for field, why in mistakes.items() if not field.endswith(f":{what}")}
    elif do in ("up", "down"):
        at = next((number for number, one in enumerate(statements) if one.id == what), -1)
        statements = plan_forms.moved(statements, at, -1 if do == "up" else 1)
    if not mistakes and len(statements) <= MOST_STATEMENTS:
        mistakes = await _save(room, replace(plan, statements=statements), "statements", asking)
    if mistakes:
        rows = plan_forms.typed_rows(form, plan_forms.statement_values(plan.statements))
        blank = plan_forms.blank(plan_forms.statement_values((plan_forms.NEW_STATEMENT,)), form)
        return await _statements(request, id, room, rows, blank, mistakes)
    if do in ("up", "down"):
        return done(f"/organise/s/{id}/statements#statement-{what}")
    return done(f"/organise/s/{id}/statements" + ("#new" if do == "add" else ""))


def _fixed(room: LiveRoom) -> set[str]:
    """Statements that have been voted on, or are being: they stay as they were read."""
    return {key for key, one in room.room.statements.items() if one.state != "draft"}


# The session itself


@router.get("/settings", dependencies=[by_organiser("see_session")])
async def show_settings(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    plan = current(room.room)
    return await _settings(
        request, id, room, plan_forms.session_values(plan), plan_forms.role_values(plan), {}
    )


async def _settings(
    request: Request,
    id: str,
    room: LiveRoom,
    values: Values,
    rows: list[Values],
    new: Values | None = None,
    mistakes: Mistakes | None = None,
) -> Response:
    return session_page(
        request,
        "organise/settings.html",
        room,
        await session_of(request, id),
        422 if mistakes else 200,
        tab="settings",
        values=values,
        rows=rows,
        new=new or plan_forms.blank(rows),
        shape_options=_options(request, "shape", SHAPES),
        opened=lambda id: any(field.endswith(f":{id}") for field in mistakes or {}),
        mistakes=mistakes or {},
    )


@router.post("/settings", dependencies=[by_organiser(Revise)])
async def change_settings(request: Request, id: str, asking: Asking) -> Response:
    form = await _form(request)
    room = await room_of(request, id)
    plan = current(room.room)
    after, mistakes = plan_forms.read_session(form, plan)
    roles, wrong = plan_forms.read_roles(form, plan)
    do, what = _asked(form)
    if do == "remove":
        roles = tuple(role for role in roles if role.key != what)
        wrong = {field: why for field, why in wrong.items() if not field.endswith(f":{what}")}
    mistakes |= wrong
    if not mistakes and len(roles) <= MOST_ROLES:
        keys = {role.key for role in roles}
        items = tuple(
            replace(item, roles=tuple(key for key in item.roles if key in keys)) for item in after.items
        )
        mistakes = await _save(room, replace(after, roles=roles, items=items), "roles", asking)
    if mistakes:
        values = {name: str(form.get(name, value)) for name, value in plan_forms.session_values(plan).items()}
        rows = plan_forms.typed_rows(form, plan_forms.role_values(plan))
        return await _settings(request, id, room, values, rows, plan_forms.blank(rows, form), mistakes)
    return done(f"/organise/s/{id}/settings" + ("#roles" if do in ("add", "remove") else ""))


# On paper


@router.get("/print", dependencies=[by_organiser("see_session")])
async def on_paper(request: Request, id: str) -> Response:
    """The run sheet with a clock, and a column of what to do if."""
    room = await room_of(request, id)
    planned = [item.planned_s for item in room.room.plan.items]
    starts = [0, *accumulate(planned)]
    return session_page(
        request,
        "organise/print.html",
        room,
        await session_of(request, id),
        tab="print",
        starts=[seconds // 60 for seconds in starts],
        total=round(sum(planned) / 60),
    )


@router.get("/edit", dependencies=[by_organiser("see_session")])
async def edit(id: str) -> Response:
    return RedirectResponse(f"/organise/s/{id}/sheet", 307)
