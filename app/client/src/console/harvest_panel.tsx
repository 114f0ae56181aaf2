// The harvest: a note in two keystrokes, and what of all of it the room sees. A watching console may write too.

import { useRef } from "preact/hooks";
import { type ConsoleView, type CountedContribution, HARVEST_KINDS, MOST_TEXT } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Press } from "./button.tsx";
import type { Desk } from "./desk.ts";

interface PanelProps {
  desk: Desk;
  view: ConsoleView;
}

export function HarvestPanel({ desk, view }: PanelProps) {
  const all = Object.entries(view.contributions ?? {}).sort(([, a], [, b]) => b.no - a.no);
  return (
    <section class="harvest-panel" aria-label={t("part-harvest")}>
      <NoteForm desk={desk} />
      {all.length === 0 && <p class="none">{t("console-harvest-empty")}</p>}
      <ul class="harvest scrolls">
        {all.map(([id, one]) => (
          <Row key={id} id={id} one={one} desk={desk} />
        ))}
      </ul>
    </section>
  );
}

function NoteForm({ desk }: { desk: Desk }) {
  const form = useRef<HTMLFormElement>(null);
  const send = async () => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const kind = HARVEST_KINDS.find((one) => one === given.get("kind"));
    if (!kind) return;
    const answer = await desk.press("note", { do: "note", kind, text: String(given.get("text")) });
    const field = form.current?.querySelector("input");
    if (answer?.is === "done" && field) {
      field.value = "";
      field.focus();
    }
  };
  return (
    <form
      class="note"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t("label-kind")}
        <select name="kind">
          {HARVEST_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`harvest-${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="wide">
        {t("console-note-text")}
        <input name="text" maxLength={MOST_TEXT} required autocomplete="off" />
      </label>
      <button type="submit" class="press" aria-busy={desk.busy.value.has("note")}>
        {t("console-note-save")}
      </button>
    </form>
  );
}

function Row({ id, one, desk }: { id: string; one: CountedContribution; desk: Desk }) {
  const { busy, control } = desk;
  const text = one.text ?? "";
  const [what, does, label, said] = one.shown
    ? (["hide", "hide_contribution", "console-hide", "console-hide-this"] as const)
    : (["show", "show_contribution", "console-show", "console-show-this"] as const);
  return (
    <li class={one.shown ? "shown" : ""} data-contribution={id}>
      <div>
        <p class="kind">
          {t(`harvest-${one.kind}`)}
          {one.noted && ` · ${t("console-noted")}`}
          {one.endorsed !== undefined &&
            one.endorsed > 0 &&
            ` · ${t("console-endorsed", { n: one.endorsed })}`}
          {one.shown && ` · ${t("console-shown")}`}
        </p>
        <p class="text">{one.withdrawn ? <em>{t("contribution-withdrawn")}</em> : text}</p>
      </div>
      {!one.withdrawn && (
        <Press
          name={`${what}-${id}`}
          busy={busy.value}
          off={!control.value}
          label={t(said, { text })}
          onPress={() => void desk.press(`${what}-${id}`, { do: does, contribution: id })}
        >
          {t(label)}
        </Press>
      )}
    </li>
  );
}
