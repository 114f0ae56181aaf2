// The circle as the facilitator works it: a tap gives the word, a second stands somebody up, a free chair seats.

import { Circle } from "../shared/circle.tsx";
import { left, remaining, seconds, spoken } from "../shared/clock.ts";
import type { ConsoleChair, ConsoleView, Item } from "../shared/protocol.ts";
import { MIDDLE } from "../shared/ring.ts";
import { t } from "../shared/texts.ts";
import { actions } from "./actions.ts";
import { ActionButton, Press } from "./button.tsx";
import type { Desk } from "./desk.ts";

interface CirclePanelProps {
  desk: Desk;
  view: ConsoleView;
  tap: (no: number) => void;
}

export function CirclePanel({ desk, view, tap }: CirclePanelProps) {
  const chairs = view.circle?.chairs ?? {};
  const seated = Object.values(chairs).filter((chair) => chair.person).length;
  const item = view.item;
  return (
    <section class={view.circle ? "circle-panel" : "circle-panel bare"} aria-label={t("part-circle")}>
      <Circle
        chairs={chairs}
        roles={view.roles}
        outer={Math.max(0, view.counts.present - seated)}
        label={t("part-circle")}
        {...(item && { left: left(item, seconds.value), centre: <Middle view={view} item={item} /> })}
        caption={caption}
        onChair={(no) => tap(Number(no))}
        chairLabel={(no, chair) => chairLabel(view, no, chair)}
      />
      {view.circle ? <Chairs desk={desk} view={view} /> : <NoChairs view={view} />}
    </section>
  );
}

function NoChairs({ view }: { view: ConsoleView }) {
  return (
    <p class="under">
      {view.item ? (
        <>
          <strong>{wordSaid(view) || `${t("console-no-circle")}.`}</strong> {t("console-no-circle-text")}
        </>
      ) : (
        t("console-no-item")
      )}
    </p>
  );
}

function Chairs({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { busy, control } = desk;
  const all = actions(view);
  const row = view.circle?.second_row;
  return (
    <>
      {(row !== undefined || view.word) && (
        <p class="aside row">
          {wordSaid(view)} {row !== undefined && t("console-second-row", { n: row })}
        </p>
      )}
      <div class="aside chairs">
        <ActionButton
          class="slim"
          action={all.end_word}
          busy={busy.value.has("end_word")}
          off={!control.value}
          onPress={() => desk.act(all.end_word)}
        />
        {(["add_chair", "remove_chair"] as const).map((name) => (
          <Press
            key={name}
            name={name}
            busy={busy.value}
            off={!control.value}
            onPress={() => void desk.press(name, { do: name })}
          >
            {t(`console-do-${name}`)}
          </Press>
        ))}
      </div>
    </>
  );
}

/** Somebody who has the word without a chair has no ring, so a sentence says who. */
function wordSaid(view: ConsoleView): string {
  const name = view.word?.name;
  return name === undefined ? "" : t("console-word-now", { name });
}

/** The number is the chair's key. */
function caption(no: string, chair: ConsoleChair): string {
  if (chair.person) return `${no} ${chair.name ?? ""}`;
  if (chair.kept) return `${no} ${t("console-kept-for", { name: chair.for ?? "" })}`;
  return `${no} ${t(chair.kind === "open" ? "chair-open" : "console-chair-free")}`;
}

function chairLabel(view: ConsoleView, no: string, chair: ConsoleChair): string {
  if (chair.person) {
    const role = view.roles[chair.role ?? ""]?.label ?? "";
    return t(chair.word === undefined ? "console-chair-give" : "console-chair-stand", {
      no,
      name: chair.name ?? "",
      role,
    });
  }
  if (chair.kept) return t("console-chair-kept", { no, name: chair.for ?? "" });
  return t("console-chair-seat", { no, kind: chair.kind });
}

function Middle({ view, item }: { view: ConsoleView; item: Item }) {
  const rest = remaining(item, seconds.value);
  const said = spoken(rest);
  const over = rest <= 0;
  const text = over
    ? t("console-over", { n: Math.floor(-rest / 60) })
    : "minutes" in said
      ? t("time-minutes", { n: said.minutes })
      : said.clock;
  return (
    <g class="middle">
      <text class="over" x={MIDDLE} y={MIDDLE - 42} font-size="34">
        {view.paused ? t("console-paused") : over ? "" : t("time-left")}
      </text>
      <text class="main" x={MIDDLE} y={MIDDLE + (over ? 12 : 40)} font-size={over ? 34 : 84}>
        {text}
      </text>
    </g>
  );
}
