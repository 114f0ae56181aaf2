// X2: what somebody wrote down is theirs to take back, one piece or all of it, during the evening and after.

import { useSignal } from "@preact/signals";
import type { HarvestKind } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Button, Outcome } from "./parts.tsx";
import { act, announced, me, waiting } from "./session.ts";

type Piece = [string, { kind: HarvestKind; text: string }];

export function Mine({ always = false }: { always?: boolean }) {
  const asking = useSignal(false);
  const said: Piece[] = Object.entries(me.value.said ?? {});
  if (said.length === 0) return always ? <p class="note">{t("phone-mine-none")}</p> : null;
  return (
    <section class="mine" aria-labelledby="mine">
      <h2 id="mine">{t("phone-mine")}</h2>
      <ul class="contributions">
        {said.map(([id, one]) => (
          <li key={id}>
            <p class="kind">{t(`harvest-${one.kind}`)}</p>
            <p class="said">{one.text}</p>
            <Button
              kind="quiet"
              label={t("phone-mine-remove-this", { text: one.text })}
              busy={waiting("withdraw_words", (command) => command.contribution === id) !== undefined}
              onClick={() => remove(id)}
            >
              {t("phone-mine-remove")}
            </Button>
          </li>
        ))}
      </ul>
      {asking.value ? (
        <div class="card">
          <p role="alert">{t("phone-mine-remove-sure")}</p>
          <Button busy={waiting("withdraw_words") !== undefined} onClick={() => remove()}>
            {t("phone-mine-remove-yes")}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              asking.value = false;
            }}
          >
            {t("label-back")}
          </Button>
        </div>
      ) : (
        <Button
          onClick={() => {
            asking.value = true;
          }}
        >
          {t("phone-mine-remove-all")}
        </Button>
      )}
      <Outcome of="withdraw_words" />
    </section>
  );
}

function remove(id?: string): void {
  act({ do: "withdraw_words", ...(id ? { contribution: id } : {}) }).settled.then((state) => {
    if (state.is === "done") announced.value = t("phone-mine-removed");
  });
}
