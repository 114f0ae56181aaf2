// Tapping in: choose whose place, then tap that person on the shoulder. Whoever is speaking, or brought the case,
// can't be chosen.

import { useSignal } from "@preact/signals";
import { Circle } from "../shared/circle.tsx";
import type { Chair } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Button, Outcome, Page } from "./parts.tsx";
import { act, view, waiting } from "./session.ts";

export function TapIn({ onBack }: { onBack: () => void }) {
  const chosen = useSignal("");
  const room = view.value;
  if (!room?.circle) return null;
  const { chairs } = room.circle;
  const there = chairs[chosen.value];
  const can = there !== undefined && available(there);
  const label = (no: string, chair: Chair) =>
    (chair.role
      ? t("phone-tap-in-chair", { no, role: room.roles[chair.role]?.label ?? "" })
      : t("phone-tap-in-free", { no })) + (no === chosen.value ? `, ${t("phone-tap-in-chosen")}` : "");
  const foot = (
    <>
      <Outcome of="take_chair" />
      {can && (
        <Button
          kind="warm"
          busy={waiting("take_chair") !== undefined}
          onClick={() => act({ do: "take_chair", chair: Number(chosen.value) }, { within_ms: 10_000 })}
        >
          {t("phone-tap-in-go")}
        </Button>
      )}
      <Button kind="quiet" onClick={onBack}>
        {t("label-back")}
      </Button>
    </>
  );
  return (
    <Page name="tap-in" title={t("phone-tap-in-title")} foot={foot}>
      <p class="lead">{t("phone-tap-in-text")}</p>
      <div class="figure large">
        <Circle
          chairs={chairs}
          roles={room.roles}
          outer={0}
          label={t("label-circle")}
          chosen={chosen.value}
          chairLabel={label}
          onChair={(no, chair) => {
            if (available(chair)) chosen.value = no;
          }}
        />
      </div>
    </Page>
  );
}

function available(chair: Chair): boolean {
  return chair.word === undefined && chair.kind !== "case_giver" && !chair.kept;
}
