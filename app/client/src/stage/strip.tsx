// The control strip of a laptop whose own screen is projected. It hides by itself, comes with a key, the pointer or
// the focus, and shows nothing that the room may not read: no names, no queue, no signals.

import { useEffect, useRef, useState } from "preact/hooks";
import { type Action, type ActionName, actions, standChair, tapChair } from "../console/actions.ts";
import { Ask } from "../console/ask.tsx";
import { ActionButton } from "../console/button.tsx";
import type { Desk } from "../console/desk.ts";
import { KeyHelp } from "../console/key_help.tsx";
import { listen } from "../console/keyboard.ts";
import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";

const HIDES_MS = 4000;
const ALWAYS: readonly ActionName[] = [
  "call_next",
  "pause",
  "blank",
  "add_time",
  "swap",
  "silence",
  "off_record",
];

export function Strip({ desk, code }: { desk: Desk; code: string }) {
  const [seen, stay] = useSeen();
  const [help, setHelp] = useState(false);
  const view = desk.view.value;
  useEffect(
    () =>
      listen((what) => {
        stay();
        const now = desk.view.peek();
        if (what === "help") setHelp((shown) => !shown);
        else if (now && "action" in what) desk.act(actions(now)[what.action]);
        else if (now && "chair" in what) chair(desk, now, what.chair, what.stand);
      }),
    [desk, stay],
  );
  if (!view) return null;
  const all = actions(view);
  const control = desk.control.value;
  const shown = [...ALWAYS, ...vote(all), ...(["end_item", "start_next", "undo"] as const)];
  return (
    <>
      <section
        class={seen || help ? "strip seen" : "strip"}
        aria-label={t("label-controls")}
        onFocusIn={stay}
      >
        {desk.refusal.value && (
          <p class="refusal" role="status">
            {desk.refusal.value}
          </p>
        )}
        {!control && <p class="watching">{t("stage-strip-watching")}</p>}
        <div class="buttons">
          {shown.map((name) => (
            <ActionButton
              key={name}
              action={all[name]}
              busy={desk.busy.value.has(name)}
              off={!control}
              onPress={() => desk.act(all[name])}
            />
          ))}
          <button type="button" class="act" onClick={() => setHelp(true)}>
            {t("console-keys")}
            <span class="key" aria-hidden="true">
              ?
            </span>
          </button>
          <a class="act" href={`/s/${code}/console`}>
            {t("stage-strip-console")}
          </a>
        </div>
      </section>
      <Ask desk={desk} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </>
  );
}

/** The one step of a vote that can be taken now. */
function vote(all: Record<ActionName, Action>): ActionName[] {
  return (["close", "reveal", "open"] as const).filter((name) => !all[name].idle).slice(0, 1);
}

function chair(desk: Desk, view: ConsoleView, no: number, stand: boolean): void {
  const done = stand ? standChair(view, no) : tapChair(view, no);
  if (desk.control.peek() && done && "command" in done) void desk.press(`chair-${no}`, done.command);
}

/** Whether the strip is to be seen, and what keeps it there for a while. */
function useSeen(): [boolean, () => void] {
  const [seen, setSeen] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = useRef(() => {
    setSeen(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSeen(false), HIDES_MS);
  }).current;
  useEffect(() => {
    stay();
    addEventListener("pointermove", stay);
    return () => {
      removeEventListener("pointermove", stay);
      clearTimeout(timer.current);
    };
  }, [stay]);
  return [seen, stay];
}
