// Everybody in the room, with or without a phone: nobody needs one to take part (P4).

import { useRef } from "preact/hooks";
import {
  type ConsoleCommand,
  type ConsoleView,
  MOST_CARD,
  MOST_NAME,
  type Person,
} from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { Press } from "./button.tsx";
import type { Desk } from "./desk.ts";

interface PanelProps {
  desk: Desk;
  view: ConsoleView;
}

export function PeoplePanel({ desk, view }: PanelProps) {
  const here = Object.entries(view.people)
    .filter(([, one]) => one.present)
    .sort(([, a], [, b]) => a.no - b.no);
  return (
    <section class="people-panel" aria-label={t("part-people")}>
      <NewPerson desk={desk} view={view} />
      {here.length === 0 && <p class="none">{t("console-people-empty")}</p>}
      {here.length < view.counts.present && <p class="hint">{t("console-people-shown")}</p>}
      <ul class="people scrolls">
        {here.map(([id, one]) => (
          <Row key={id} id={id} one={one} desk={desk} view={view} />
        ))}
      </ul>
    </section>
  );
}

function NewPerson({ desk, view }: PanelProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = async () => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const [role, name, card] = ["role", "name", "card"].map((field) => String(given.get(field)).trim());
    const answer = await desk.press("add_person", {
      do: "add_person",
      role: role ?? "",
      name: name ?? "",
      card: card ?? "",
    });
    if (answer?.is === "done") {
      for (const field of form.current?.querySelectorAll("input") ?? []) field.value = "";
    }
  };
  const roles = Object.entries(view.roles).sort(([, a], [, b]) => a.no - b.no);
  return (
    <form
      class="new-person"
      ref={form}
      aria-label={t("console-person-add")}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t("label-role")}
        <select name="role">
          {roles.map(([key, role]) => (
            <option key={key} value={key}>
              {role.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("console-person-name")}
        <input name="name" maxLength={MOST_NAME} autocomplete="off" />
      </label>
      <label class="card">
        {t("console-person-card")}
        <input name="card" maxLength={MOST_CARD} autocomplete="off" inputmode="numeric" />
      </label>
      <button type="submit" class="press" aria-busy={desk.busy.value.has("add_person")}>
        {t("console-add")}
      </button>
    </form>
  );
}

/** What can be asked about somebody. */
type OfPerson = Extract<ConsoleCommand, { person: string }>["do"];

function Row({ id, one, desk, view }: { id: string; one: Person } & PanelProps) {
  const role = view.roles[one.role];
  const seat = Object.entries(view.circle?.chairs ?? {}).find(([, chair]) => chair.person === id);
  const queued = view.queue.some((entry) => entry.person === id);
  const live = view.state === "live";
  const { busy, control } = desk;
  const { name } = one;
  const act = (what: OfPerson, label: string, said: string) => (
    <Press
      name={`${what}-${id}`}
      busy={busy.value}
      off={!control.value}
      label={t(said, { name })}
      onPress={() => void desk.press(`${what}-${id}`, { do: what, person: id })}
    >
      {t(label)}
    </Press>
  );
  return (
    <li data-person={id}>
      {role && <RoleSign role={role} size={20} />}
      <span class="who">
        {name}
        <span class="unseen">, {role?.label}</span>
        <small>
          {[
            seat && t("chair-number", { no: seat[0] }),
            !one.phone && t("console-no-phone"),
            live && !one.sat && t("console-not-spoken"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </span>
      {live &&
        view.item &&
        (seat || view.item.kind !== "circle") &&
        act("give_word", "console-give-word", "console-give-word-person")}
      {live && seat && act("stand", "console-stand", "console-stand-person")}
      {live && !seat && view.circle && act("seat", "console-seat", "console-seat-person")}
      {live && !seat && !queued && act("queue_person", "console-person-queue", "console-queue-person")}
      {live && queued && act("dequeue_person", "console-person-dequeue", "console-dequeue-person")}
      {act("remove_person", "console-remove", "console-remove-person")}
    </li>
  );
}
