// The statement at hand and its one next step: open, close, reveal. Always on the console, so that it is one tap.

import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { type ActionName, actions, statementAtHand } from "./actions.ts";
import { ActionButton } from "./button.tsx";
import type { Desk } from "./desk.ts";

const STEP: Partial<Record<string, ActionName>> = { draft: "open", open: "close", closed: "reveal" };

export function VoteCard({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const statement = view.statements[statementAtHand(view) ?? ""];
  const step = statement && STEP[statement.state];
  if (!statement || !step) return null;
  const action = actions(view)[step];
  const { voted = 0, eligible = 0 } = statement;
  const now = statement.state !== "draft" || view.item?.kind === "vote";
  return (
    <div class={`vote-card ${statement.state}${now ? " now" : ""}`}>
      <p>
        <strong>{t("statement-number", { no: statement.no })}</strong>{" "}
        {statement.state !== "draft" ? t("console-voted", { voted, eligible }) : now && statement.text}
      </p>
      <ActionButton
        class="slim"
        action={action}
        busy={desk.busy.value.has(step)}
        off={!desk.control.value}
        onPress={() => desk.act(action)}
      />
    </div>
  );
}
