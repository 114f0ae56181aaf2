// Statements: each with its one next step, how many voted (never what, while it is open: V3), hands and paper by role
// (V6), and a new one when the conversation asks for it.

import { useRef } from "preact/hooks";
import {
  CHOICES,
  type Choice,
  type ConsoleStatement,
  type ConsoleView,
  MOST_COUNT,
  MOST_TEXT,
} from "../shared/protocol.ts";
import { language, nameOf, t } from "../shared/texts.ts";
import { listed } from "./actions.ts";
import { Press } from "./button.tsx";
import type { Desk } from "./desk.ts";

interface PanelProps {
  desk: Desk;
  view: ConsoleView;
}

export function StatementsPanel({ desk, view }: PanelProps) {
  const all = listed(view);
  return (
    <section class="statements-panel scrolls" aria-label={t("part-statements")}>
      {all.length === 0 && <p class="none">{t("console-no-statements")}</p>}
      <ol class="statements">
        {all.map(([id, one]) => (
          <li key={id} class={one.state} data-statement={id}>
            <div class="head">
              <p class="text">
                <span class="no">{one.no}</span> {one.text}
              </p>
              <Step id={id} one={one} desk={desk} view={view} />
            </div>
            <p class="state">
              {t(`console-state-${one.state}`)}
              {one.state !== "draft" &&
                ` · ${t("console-voted", { voted: one.voted ?? 0, eligible: one.eligible ?? 0 })}`}
            </p>
            {one.result?.totals && <Totals totals={one.result.totals} />}
            {one.state === "open" && <ByHand id={id} desk={desk} view={view} />}
          </li>
        ))}
      </ol>
      <NewStatement desk={desk} view={view} />
    </section>
  );
}

function Step({ id, one, desk, view }: { id: string; one: ConsoleStatement } & PanelProps) {
  const again = one.state === "revealed";
  const [step, does, label, said] =
    one.state === "open"
      ? (["close", "close_statement", "console-do-close", "console-close-no"] as const)
      : one.state === "closed"
        ? (["reveal", "reveal_statement", "console-do-reveal", "console-reveal-no"] as const)
        : again
          ? (["open", "open_statement", "console-open-again", "console-open-again-no"] as const)
          : (["open", "open_statement", "console-do-open", "console-open-no"] as const);
  return (
    <Press
      name={`${step}-${id}`}
      class={again ? "" : "step"}
      busy={desk.busy.value}
      off={!desk.control.value || view.state !== "live"}
      label={t(said, { no: one.no })}
      onPress={() => void desk.press(`${step}-${id}`, { do: does, statement: id })}
    >
      {t(label)}
    </Press>
  );
}

function Totals({ totals }: { totals: Record<Choice, number> }) {
  const { agree, disagree, dont_know: dontknow, skip } = totals;
  return <p class="totals">{t("console-totals", { agree, disagree, dontknow, skip })}</p>;
}

function ByHand({ id, desk, view }: { id: string } & PanelProps) {
  const form = useRef<HTMLFormElement>(null);
  const name = `counts-${id}`;
  const send = async () => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const counts = Object.fromEntries(CHOICES.map((choice) => [choice, Number(given.get(choice)) || 0]));
    const answer = await desk.press(name, {
      do: "enter_counts",
      statement: id,
      role: String(given.get("role")),
      mode: given.get("mode") === "paper" ? "paper" : "hands",
      counts,
    });
    if (answer?.is === "done") form.current?.reset();
  };
  const roles = Object.entries(view.roles).sort(([, a], [, b]) => a.no - b.no);
  return (
    <details class="by-hand">
      <summary>{t("console-counts-add")}</summary>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label>
          {t("label-role")}
          <select name="role">
            {roles.map(([key, role]) => (
              <option key={key} value={key}>
                {role.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("console-counts-mode")}
          <select name="mode">
            <option value="hands">{t("console-counts-hands")}</option>
            <option value="paper">{t("console-counts-paper")}</option>
          </select>
        </label>
        {CHOICES.map((choice) => (
          <label key={choice} class="number">
            {t(`answer-${choice}`)}
            <input
              name={choice}
              type="number"
              inputmode="numeric"
              min="0"
              max={MOST_COUNT}
              step="1"
              placeholder="0"
            />
          </label>
        ))}
        <button type="submit" class="press" aria-busy={desk.busy.value.has(name)}>
          {t("console-counts-save")}
        </button>
      </form>
      <p class="hint">{t("console-counts-again")}</p>
    </details>
  );
}

function NewStatement({ desk, view }: PanelProps) {
  const form = useRef<HTMLFormElement>(null);
  const said = language.value;
  const send = async () => {
    const text = form.current ? String(new FormData(form.current).get("text")) : "";
    const item = view.item?.kind === "vote" ? { item: view.item.id } : {};
    const answer = await desk.press("add_statement", {
      do: "add_statement",
      text: { [said]: text },
      ...item,
    });
    if (answer?.is === "done") form.current?.reset();
  };
  return (
    <form
      class="new-statement"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t("statement-text", { language: nameOf(said) })}
        <input
          name="text"
          maxLength={MOST_TEXT}
          required
          autocomplete="off"
          aria-describedby="new-statement-hint"
        />
      </label>
      <button type="submit" class="press" aria-busy={desk.busy.value.has("add_statement")}>
        {t("console-add")}
      </button>
      <p class="hint" id="new-statement-hint">
        {t("console-statement-hint")}
      </p>
    </form>
  );
}
