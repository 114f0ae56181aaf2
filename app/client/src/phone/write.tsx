// Writing something down for the room. What was sent waits with the connection until the server has it; what was
// turned down comes back into the field.

import { computed, effect, signal } from "@preact/signals";
import { HARVEST_KINDS, type HarvestKind, MOST_TEXT } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { draft } from "./draft.ts";
import { openMenu } from "./menu_place.ts";
import { Button, Outcome } from "./parts.tsx";
import { act, announced, code, connection, me, trouble, view } from "./session.ts";

const text = draft(`vissenkom:${code}:text`, "");
const kind = draft<HarvestKind>(`vissenkom:${code}:kind`, "insight");
/** The item during which something arrived last. */
const arrived = signal("");
const empty = signal(false);

const underway = computed(() =>
  connection.pending.value.flatMap(({ id, command }) =>
    command.do === "contribute" ? [{ id, text: command.text }] : [],
  ),
);

effect(() => {
  const refused = trouble.value?.command;
  if (refused?.do === "contribute" && text.peek() === "") text.value = refused.text;
});

/** `plain`: for a check-out, where one doesn't first have to say what kind of thing it is. */
export function Write({ plain = false }: { plain?: boolean }) {
  if (!me.value.consent?.words)
    return (
      <>
        <p class="card">{t("phone-harvest-no-consent")}</p>
        <Button onClick={() => openMenu("consent")}>{t("phone-harvest-allow")}</Button>
      </>
    );
  return (
    <div class="write">
      {!plain && <Kind />}
      <label for="contribution">{t("phone-harvest-text")}</label>
      <textarea
        id="contribution"
        rows={3}
        maxLength={MOST_TEXT}
        value={text.value}
        aria-invalid={empty.value}
        aria-describedby={empty.value ? "contribution-empty" : undefined}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          arrived.value = "";
          empty.value = false;
        }}
      />
      {empty.value && (
        <p class="sorry" id="contribution-empty">
          {t("phone-harvest-empty")}
        </p>
      )}
      <Button kind="main" onClick={() => send(plain)}>
        {t("phone-harvest-send")}
      </Button>
      {underway.value.map((one) => (
        <blockquote key={one.id} class="underway">
          {one.text}
        </blockquote>
      ))}
      <Outcome of="contribute" late="phone-harvest-pending" />
      {arrived.value === here() && underway.value.length === 0 && (
        <p class="arrived">✓ {t("phone-harvest-sent")}</p>
      )}
    </div>
  );
}

function here(): string {
  return view.value?.item?.id ?? "";
}

function send(plain: boolean): void {
  const typed = text.value.trim();
  empty.value = !typed;
  if (!typed) {
    document.getElementById("contribution")?.focus();
    return;
  }
  text.value = "";
  act({ do: "contribute", kind: plain ? "insight" : kind.value, text: typed }).settled.then((state) => {
    if (state.is !== "done") return;
    arrived.value = here();
    announced.value = t("phone-harvest-sent");
  });
}

function Kind() {
  return (
    <>
      <label for="kind">{t("label-what-is-it")}</label>
      <select
        id="kind"
        value={kind.value}
        onChange={(event) => {
          kind.value = event.currentTarget.value as HarvestKind;
        }}
      >
        {HARVEST_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`harvest-${one}`)}
          </option>
        ))}
      </select>
    </>
  );
}
