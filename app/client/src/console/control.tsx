// Who has control (F1), and the state of things that nobody should forget: paused, blank, off the record, no line.

import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Press } from "./button.tsx";
import { type Desk, question } from "./desk.ts";

export function Notices({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { busy } = desk;
  const lost = desk.connection.status.value === "lost";
  const me = desk.me.value?.console;
  const asked = view.control.asked_by;
  return (
    <div class="notices">
      {lost && (
        <p class="notice warm" role="status">
          <strong>{t("console-cut")}</strong> {t("console-cut-long")}
        </p>
      )}
      {!desk.control.value && (
        <p class="notice">
          <strong>{t("console-watching")}.</strong>{" "}
          {t(view.control.gone_since === undefined ? "console-watching-text" : "console-watching-gone")}
          <Press
            name="take_over"
            busy={busy.value}
            onPress={() =>
              desk.ask({
                ...question("console-take-over", false),
                name: "take_over",
                command: { do: "take_over" },
              })
            }
          >
            {t("console-do-take-over")}
          </Press>
        </p>
      )}
      {desk.control.value && asked !== undefined && asked !== me && (
        <p class="notice warm" role="status">
          {t("console-asked")}
          <Press
            name="give"
            busy={busy.value}
            onPress={() => void desk.press("give", { do: "hand_over", to: asked })}
          >
            {t("console-hand-over-yes")}
          </Press>
        </p>
      )}
      {view.off_record && <p class="notice dark">{t("console-off-record")}</p>}
      {view.paused && <p class="notice">{t("console-paused-now")}</p>}
      {view.blank && <p class="notice">{t("console-blank-now")}</p>}
    </div>
  );
}
