// What the room takes away: think along with what is shown, or write something down. What was typed stays until the
// server has it.

import { computed } from "@preact/signals";
import type { Contribution } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Mine } from "./mine.tsx";
import { OffRecord } from "./notices.tsx";
import { Button, Page } from "./parts.tsx";
import { act, me, view, waiting } from "./session.ts";
import { Write } from "./write.tsx";

/** In the order they came. */
export const shown = computed(() =>
  Object.entries(view.value?.harvest ?? {}).sort(([, a], [, b]) => a.no - b.no),
);

export function Harvest() {
  const item = view.value?.item;
  return (
    <Page name="harvest" title={item?.question ?? t("phone-harvest-title")}>
      <OffRecord />
      <Shown />
      {view.value?.ways.contribute && !view.value.off_record && <Write />}
      <Mine />
    </Page>
  );
}

function Shown() {
  if (shown.value.length === 0) return <p class="note">{t("phone-harvest-none")}</p>;
  return (
    <ul class="contributions">
      {shown.value.map(([id, one]) => (
        <li key={id}>
          <Said one={one} />
          <Endorse id={id} />
        </li>
      ))}
    </ul>
  );
}

export function Said({ one }: { one: Pick<Contribution, "kind" | "text"> }) {
  return (
    <>
      <p class="kind">{t(`harvest-${one.kind}`)}</p>
      <p class="said">{one.text}</p>
    </>
  );
}

function Endorse({ id }: { id: string }) {
  const mine = me.value.endorsed?.[id] ?? false;
  // The number comes now and then; one's own is in it already.
  const count = Math.max(view.value?.endorsed?.[id] ?? 0, mine ? 1 : 0);
  const busy = waiting("endorse", (command) => command.contribution === id) !== undefined;
  const may = me.value.consent?.votes && !view.value?.off_record;
  return (
    <div class="endorse">
      {mine ? (
        <p class="note">✓ {t("phone-harvest-endorsed")}</p>
      ) : (
        may && (
          <Button kind="other" busy={busy} onClick={() => act({ do: "endorse", contribution: id })}>
            {t("phone-harvest-endorse")}
          </Button>
        )
      )}
      {count > 0 && <p class="note">{t("phone-harvest-endorsements", { count })}</p>}
    </div>
  );
}
