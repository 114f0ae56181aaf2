// Who takes a free chair: the queue in its order, then whoever stands. The likeliest has the focus, so that it is one
// more key.

import { useEffect } from "preact/hooks";
import type { ConsoleView } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { standing } from "./actions.ts";
import { useModal } from "./ask.tsx";
import type { Desk } from "./desk.ts";

interface SeatPickerProps {
  desk: Desk;
  view: ConsoleView;
  chair: number;
  onClose: () => void;
}

export function SeatPicker({ desk, view, chair, onClose }: SeatPickerProps) {
  const dialog = useModal(true);
  useEffect(() => dialog.current?.querySelector("button")?.focus(), [dialog]);
  const taken = view.circle?.chairs[String(chair)]?.person !== undefined || !view.circle;
  useEffect(() => {
    if (taken) onClose();
  }, [taken, onClose]);
  const people = standing(view);
  const queued = new Set(view.queue.map((one) => one.person));
  return (
    <dialog ref={dialog} class="picker" aria-labelledby="picker-title" onClose={onClose}>
      <h2 id="picker-title">
        {t("console-seat-who")} <small>{t("chair-number", { no: chair })}</small>
      </h2>
      {people.length === 0 && <p>{t("console-seat-nobody")}</p>}
      <ul>
        {people.map((person) => {
          const one = view.people[person];
          const role = view.roles[one?.role ?? ""];
          return (
            one && (
              <li key={person}>
                <button
                  type="button"
                  data-person={person}
                  onClick={() => {
                    onClose();
                    void desk.press(`chair-${chair}`, { do: "seat", person, chair });
                  }}
                >
                  {role && <RoleSign role={role} size={20} />} {one.name}
                  <span class="unseen">, {role?.label}</span>
                  {queued.has(person) && <small>{t("part-queue")}</small>}
                  {!one.sat && <small class="warm">{t("console-not-spoken")}</small>}
                </button>
              </li>
            )
          );
        })}
      </ul>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {t("console-cancel")}
        </button>
      </div>
    </dialog>
  );
}
