// Every key, by what it does; and the switch for whoever speaks to the machine or rests a sleeve on it.

import { t } from "../shared/texts.ts";
import { type ActionName, KEYS } from "./actions.ts";
import { useModal } from "./ask.tsx";
import { keyName } from "./button.tsx";
import { keysOn, switchKeys } from "./keyboard.ts";

const LABELS: Record<ActionName, readonly string[]> = {
  call_next: ["call-next"],
  pause: ["pause", "resume"],
  blank: ["blank", "unblank"],
  add_time: ["add-time"],
  swap: ["swap"],
  silence: ["silence", "end-moment"],
  off_record: ["go-off-record", "go-on-record"],
  strike: ["strike"],
  undo: ["undo"],
  start_next: ["start-next"],
  end_item: ["end-item"],
  open: ["open"],
  close: ["close"],
  reveal: ["reveal"],
  invite: ["invite"],
  pairs: ["pairs"],
  end_word: ["end-word"],
  helper: ["helper"],
  hand_over: ["hand-over"],
};

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useModal(true);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t("console-keys")}</h2>
      <p>{t("console-keys-about")}</p>
      <dl>
        {(Object.keys(LABELS) as ActionName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd>{keyName(KEYS[name])}</kbd>
            </dt>
            <dd>{LABELS[name].map((label) => t(`console-do-${label}`)).join(" / ")}</dd>
          </div>
        ))}
        <div class="wide">
          <dt>
            <kbd>1</kbd>–<kbd>0</kbd>
          </dt>
          <dd>{t("console-keys-chairs")}</dd>
        </div>
        <div class="wide">
          <dt>
            <kbd>{t("console-shift")}</kbd> <kbd>1</kbd>–<kbd>0</kbd>
          </dt>
          <dd>{t("console-keys-stand")}</dd>
        </div>
      </dl>
      <div class="buttons">
        <label class="check">
          <input
            type="checkbox"
            checked={keysOn.value}
            onChange={(event) => switchKeys(event.currentTarget.checked)}
          />
          {t(keysOn.value ? "console-keys-on" : "console-keys-off")}
        </label>
        <button type="button" class="main" onClick={onClose}>
          {t("console-close")}
        </button>
      </div>
    </dialog>
  );
}
