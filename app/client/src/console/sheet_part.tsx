// The run sheet: planned and actual (S3), what runs now, and what can be started next or skipped. Below it the
// statement at hand, so that a vote is one tap away whatever the middle shows.

import { useEffect, useRef, useState } from "preact/hooks";
import { seconds } from "../shared/clock.ts";
import type { ConsoleCommand, ConsoleView, PlannedItem } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { actions } from "./actions.ts";
import { ActionButton, letGo, Press } from "./button.tsx";
import type { Desk } from "./desk.ts";
import { VoteCard } from "./vote_card.tsx";

interface PartProps {
  desk: Desk;
  view: ConsoleView;
}

export function SheetPart({ desk, view }: PartProps) {
  const [chosen, choose] = useState<string | undefined>(undefined);
  const items = Object.entries(view.items).sort(([, a], [, b]) => a.no - b.no);
  const all = actions(view);
  const off = !desk.control.value;
  const list = useRef<HTMLOListElement>(null);
  const running = view.item?.id;
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [running]);
  return (
    <section class="sheet-part" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t("part-sheet")}</h2>
      <ol class="sheet" ref={list}>
        {items.map(([id, item]) => (
          <Row
            key={id}
            id={id}
            item={item}
            desk={desk}
            live={view.state === "live"}
            open={chosen === id}
            choose={() => choose(chosen === id ? undefined : id)}
          />
        ))}
      </ol>
      <div class="pair">
        {(["end_item", "start_next"] as const).map((name) => (
          <ActionButton
            key={name}
            class="slim"
            action={all[name]}
            busy={desk.busy.value.has(name)}
            off={off}
            onPress={() => desk.act(all[name])}
          />
        ))}
      </div>
      <VoteCard desk={desk} view={view} />
    </section>
  );
}

interface RowProps {
  id: string;
  item: PlannedItem;
  desk: Desk;
  live: boolean;
  open: boolean;
  choose: () => void;
}

function Row({ id, item, desk, live, open, choose }: RowProps) {
  const running = item.state === "running";
  const done = item.state === "ended" || item.state === "skipped";
  const { busy, control } = desk;
  const off = !control.value || !live;
  const go = (command: ConsoleCommand) => {
    void desk.press(`item-${id}`, command);
    choose();
  };
  return (
    <li class={item.state} data-item={id} aria-current={running ? "step" : undefined}>
      <button
        type="button"
        class="row"
        aria-expanded={running ? undefined : open}
        onClick={(event) => {
          letGo(event);
          if (!running) choose();
        }}
      >
        <span class="tick" aria-hidden="true">
          {item.state === "ended" ? "✓" : ""}
        </span>
        <span class="title">{item.title}</span>
        <Minutes item={item} running={running} />
      </button>
      {open && !running && (
        <div class="choices">
          {done ? (
            <Press
              name={`item-${id}`}
              busy={busy.value}
              off={off}
              label={t("console-again-item", { title: item.title })}
              onPress={() => go({ do: "start_item", item: id, again: true })}
            >
              {t("console-again")}
            </Press>
          ) : (
            <>
              <Press
                name={`item-${id}`}
                busy={busy.value}
                off={off}
                label={t("console-start-item", { title: item.title })}
                onPress={() => go({ do: "start_item", item: id })}
              >
                {t("console-start")}
              </Press>
              <Press
                name={`skip-${id}`}
                busy={busy.value}
                off={off}
                label={t("console-skip-item", { title: item.title })}
                onPress={() => go({ do: "skip_item", item: id })}
              >
                {t("console-skip")}
              </Press>
            </>
          )}
        </div>
      )}
    </li>
  );
}

const minutes = (s: number) => Math.round(s / 60);

function Minutes({ item, running }: { item: PlannedItem; running: boolean }) {
  const planned = minutes(item.planned_s + (item.added_s ?? 0));
  if (item.state === "skipped") return <span class="minutes">{t("console-skipped")}</span>;
  const gone = running && item.started_at !== undefined ? seconds.value - item.started_at : item.actual_s;
  if (gone === undefined) {
    return (
      <span class="minutes">
        <span class="unseen">{t("console-planned-spoken", { planned })}</span>
        <span aria-hidden="true">{planned}</span>
      </span>
    );
  }
  const values = { actual: running ? Math.floor(gone / 60) : minutes(gone), planned };
  return (
    <span class="minutes">
      <span class="unseen">{t("console-minutes-spoken", values)}</span>
      <span aria-hidden="true">{t("console-minutes-of", values)}</span>
    </span>
  );
}
