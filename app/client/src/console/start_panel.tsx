// Before the beginning: the way in, and the one button that starts it all.

import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { actions } from "./actions.ts";
import { ActionButton } from "./button.tsx";
import type { Desk } from "./desk.ts";

export function StartPanel({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { start_next } = actions(view);
  return (
    <section class="start-panel">
      <img class="qr" src={`/s/${view.code}/qr.svg`} alt="" width="220" height="220" />
      <p class="code">
        <span class="unseen">{t("label-code")} </span>
        {view.code.slice(0, 3)} {view.code.slice(3)}
      </p>
      <h2>{t("console-ready")}</h2>
      <p>{t("console-ready-text")}</p>
      <ActionButton
        class="main"
        action={start_next}
        busy={desk.busy.value.has("start_next")}
        off={!desk.control.value}
        onPress={() => desk.act(start_next)}
      />
    </section>
  );
}
