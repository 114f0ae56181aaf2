// A question that wants a yes: what can't be undone, and what gives control away.

import { useEffect, useRef } from "preact/hooks";
import { t } from "../shared/texts.ts";
import type { Desk } from "./desk.ts";

export function Ask({ desk }: { desk: Desk }) {
  const question = desk.question.value;
  const dialog = useModal(question !== undefined);
  if (!question) return null;
  const close = () => {
    desk.question.value = undefined;
  };
  return (
    <dialog ref={dialog} class="ask" aria-labelledby="ask-title" onClose={close}>
      <h2 id="ask-title">{t(question.title)}</h2>
      {question.text && <p>{t(question.text)}</p>}
      <div class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => {
            close();
            void desk.press(question.name, question.command);
          }}
        >
          {t(question.yes)}
        </button>
        <button type="button" onClick={close}>
          {t("console-cancel")}
        </button>
      </div>
    </dialog>
  );
}

/** A ref for a dialog that is modal while `open`. */
export function useModal(open: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [open]);
  return dialog;
}
