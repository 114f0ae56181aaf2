// The queue in its order, what the facilitator alone is told, how the room listens, and the balance between roles.

import { seconds } from "../shared/clock.ts";
import { type ConsoleView, type Queued, SHARED_REACTIONS } from "../shared/protocol.ts";
import { lighter, RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { actions } from "./actions.ts";
import { ActionButton, Press } from "./button.tsx";
import type { Desk } from "./desk.ts";
import { told } from "./hints.ts";

interface PartProps {
  desk: Desk;
  view: ConsoleView;
}

export function QueuePart({ desk, view }: PartProps) {
  return (
    <section class="queue-part" aria-labelledby="queue-title">
      <h2 id="queue-title">{t("part-queue")}</h2>
      {view.queue.length === 0 && <p class="none">{t("console-queue-empty")}</p>}
      <ol class="queue">
        {view.queue.map((one) => (
          <Row key={one.person} one={one} desk={desk} view={view} />
        ))}
      </ol>
      <Hints desk={desk} view={view} />
      <div class="foot">
        <Invitations desk={desk} view={view} />
        <Reactions reactions={view.reactions} />
        <Balance view={view} />
      </div>
    </section>
  );
}

function Row({ one, desk, view }: { one: Queued; desk: Desk; view: ConsoleView }) {
  const role = view.roles[one.role];
  const called = one.until !== undefined;
  const { busy, control } = desk;
  const name = one.name;
  return (
    <li class={called ? "called" : ""} data-person={one.person}>
      {role && <RoleSign role={role} size={20} />}
      <span class="who">
        {name}
        <span class="unseen">, {role?.label}</span>
        <Standing one={one} />
      </span>
      {called ? (
        <Press
          name={`seat-${one.person}`}
          busy={busy.value}
          off={!control.value}
          label={t("console-seat-person", { name })}
          onPress={() => void desk.press(`seat-${one.person}`, { do: "seat", person: one.person })}
        >
          {t("console-seat")}
        </Press>
      ) : (
        <Press
          name={`call-${one.person}`}
          busy={busy.value}
          off={!control.value}
          label={t("console-call-person", { name })}
          onPress={() => void desk.press(`call-${one.person}`, { do: "call", person: one.person })}
        >
          {t("console-call")}
        </Press>
      )}
    </li>
  );
}

/** The one thing to know about this place in the queue. */
function Standing({ one }: { one: Queued }) {
  if (one.until !== undefined) {
    const n = Math.ceil(one.until - seconds.value);
    return <small>{n > 0 && !one.no_phone ? t("console-called-left", { n }) : t("console-called")}</small>;
  }
  if (one.first) return <small class="warm">{t("console-first")}</small>;
  if (!one.spoken) return <small class="warm">{t("console-not-spoken")}</small>;
  if (one.declined) return <small>{t("console-declined")}</small>;
  return one.no_phone ? <small>{t("console-no-phone")}</small> : null;
}

function Hints({ desk, view }: PartProps) {
  const all = told(view, seconds.value);
  const { busy, control } = desk;
  return (
    <ul class={all.length > 1 ? "hints several" : "hints"} aria-label={t("console-hints")} aria-live="polite">
      {all.map((one) => (
        <li key={one.id} class={one.urgent ? "urgent" : ""} data-hint={one.id}>
          <p>{t(one.label, one.values)}</p>
          {one.replies.map(({ name, label, command, watching }) => (
            <Press
              key={name}
              name={name}
              busy={busy.value}
              off={!control.value && !watching}
              onPress={() => void desk.press(name, command)}
            >
              {t(label)}
            </Press>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Invitations({ desk, view }: PartProps) {
  const all = actions(view);
  return (
    <div class="pair">
      {(["invite", "pairs"] as const).map((name) => (
        <ActionButton
          key={name}
          class="slim"
          action={all[name]}
          busy={desk.busy.value.has(name)}
          off={!desk.control.value}
          onPress={() => desk.act(all[name])}
        />
      ))}
    </div>
  );
}

function Reactions({ reactions }: { reactions: ConsoleView["reactions"] }) {
  return (
    <ul class="reactions" aria-label={t("part-reactions")}>
      {SHARED_REACTIONS.map((kind) => (
        <li key={kind} class={reactions[kind] ? "" : "none"}>
          <strong>{reactions[kind] ?? 0}</strong> {t(`console-reaction-${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** F4: shares by role, for the facilitator alone. Nobody is ranked. */
function Balance({ view }: { view: ConsoleView }) {
  const rows = Object.entries(view.balance).flatMap(([key, share]) => {
    const role = view.roles[key];
    return role ? [{ key, role, ...share }] : [];
  });
  if (rows.length === 0) return null;
  const percent = (part: number) => Math.round(part * 100);
  return (
    <div class="balance">
      <h3>
        {t("console-balance")} <small>({t("console-balance-hint")})</small>
      </h3>
      <ul>
        {rows.map(({ key, role, seat_share, people_share }) => (
          <li key={key}>
            <span class="unseen">
              {t("console-balance-row", {
                role: role.plural,
                seat: percent(seat_share),
                people: percent(people_share),
              })}
            </span>
            <RoleSign role={role} size={18} />
            <span
              class="share"
              aria-hidden="true"
              style={{ "--role": role.color, "--role-dark": lighter(role.color) }}
            >
              <span class="fill" style={{ inlineSize: `${percent(seat_share)}%` }} />
              <span class="mean" style={{ insetInlineStart: `${percent(people_share)}%` }} />
            </span>
            <span class="figures" aria-hidden="true">
              {percent(seat_share)}% / {percent(people_share)}%
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
