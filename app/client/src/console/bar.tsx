// The bar at the foot: what is needed in a hurry, always in the same place, whatever goes on.

import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { type ActionName, actions } from "./actions.ts";
import { ActionButton } from "./button.tsx";
import type { Desk } from "./desk.ts";

const BAR: readonly ActionName[] = [
  "call_next",
  "pause",
  "blank",
  "add_time",
  "swap",
  "silence",
  "off_record",
  "strike",
  "undo",
];

export function Bar({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const all = actions(view);
  const off = !desk.control.value;
  return (
    <section class="bar" aria-label={t("label-controls")}>
      {desk.refusal.value && (
        <p class="refusal" role="status">
          {desk.refusal.value}
        </p>
      )}
      {BAR.map((name) => (
        <ActionButton
          key={name}
          class={name}
          action={all[name]}
          busy={desk.busy.value.has(name)}
          off={off}
          onPress={() => desk.act(all[name])}
        >
          {name === "undo" && view.undo && <Undoes what={view.undo} />}
        </ActionButton>
      ))}
    </section>
  );
}

function Undoes({ what }: { what: string }) {
  return (
    <>
      {t("console-do-undo")}
      <small>{t("console-undo-what", { what })}</small>
    </>
  );
}
