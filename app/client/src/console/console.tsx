// The console as a whole: three parts side by side, or one at a time on a phone, and the bar that never moves.

import { useEffect, useState } from "preact/hooks";
import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { actions, standChair, tapChair } from "./actions.ts";
import { Ask } from "./ask.tsx";
import { Bar } from "./bar.tsx";
import { CirclePanel } from "./circle_panel.tsx";
import { Notices } from "./control.tsx";
import type { Desk } from "./desk.ts";
import { Ended, Sentence } from "./ended.tsx";
import { HarvestPanel } from "./harvest_panel.tsx";
import { KeyHelp } from "./key_help.tsx";
import { listen } from "./keyboard.ts";
import { type Panel, Panels, useNarrow, usePanel } from "./panels.tsx";
import { PeoplePanel } from "./people_panel.tsx";
import { QueuePart } from "./queue_part.tsx";
import { SeatPicker } from "./seat_picker.tsx";
import { SheetPart } from "./sheet_part.tsx";
import { StartPanel } from "./start_panel.tsx";
import { StatementsPanel } from "./statements_panel.tsx";
import { Top } from "./top.tsx";

interface ConsoleProps {
  desk: Desk;
  /** There is no key at all. */
  locked: boolean;
  code: string;
  choose: (language: string) => void;
}

export function Console({ desk, locked, code, choose }: ConsoleProps) {
  const view = desk.view.value;
  const { ending } = desk.connection;
  if (locked) return <Sentence title={t("console-no-key")} text={t("console-no-key-text")} />;
  if (ending.value === "stop" || ending.value === "replaced")
    return <Sentence title={t("console-stopped")} text={t("console-stopped-text")} />;
  if (ending.value) return <Sentence title={t("link-unknown")} text={t("link-unknown-text")} />;
  if (!view) return <Sentence title={t("link-wait")} />;
  if (["closed", "released", "cancelled"].includes(view.state)) return <Ended view={view} />;
  return <Running desk={desk} view={view} code={code} choose={choose} />;
}

interface RunningProps extends Omit<ConsoleProps, "locked"> {
  view: ConsoleView;
}

function Running({ desk, view, code, choose }: RunningProps) {
  const narrow = useNarrow();
  const [panel, setPanel] = usePanel(view, narrow);
  const [seating, setSeating] = useState<number | undefined>(undefined);
  const [help, setHelp] = useState(false);
  const tap = (no: number, stand: boolean) => {
    const now = desk.view.peek();
    const done = now && (stand ? standChair(now, no) : tapChair(now, no));
    if (!done || !desk.control.peek()) return;
    if ("seat" in done) setSeating(done.seat);
    else void desk.press(`chair-${no}`, done.command);
  };
  useEffect(
    () =>
      listen((what) => {
        const now = desk.view.peek();
        if (what === "help") setHelp((shown) => !shown);
        else if (now && "action" in what) desk.act(actions(now)[what.action]);
        else if ("chair" in what) tap(what.chair, what.stand);
      }),
    [desk],
  );
  const shown = (one: Panel) => (narrow ? panel === one : true);
  return (
    <div class={narrow ? "console narrow" : "console"}>
      <Top desk={desk} view={view} code={code} choose={choose} help={() => setHelp(true)} />
      <Notices desk={desk} view={view} />
      <main class="parts">
        {shown("sheet") && <SheetPart desk={desk} view={view} />}
        {(!narrow || !["sheet", "queue"].includes(panel)) && (
          <div class="middle-part">
            {!narrow && <Panels panel={panel} narrow={false} view={view} choose={setPanel} />}
            <Middle panel={panel} desk={desk} view={view} tap={(no) => tap(no, false)} />
          </div>
        )}
        {shown("queue") && <QueuePart desk={desk} view={view} />}
      </main>
      {narrow && <Panels panel={panel} narrow view={view} choose={setPanel} />}
      <Bar desk={desk} view={view} />
      {seating !== undefined && (
        <SeatPicker desk={desk} view={view} chair={seating} onClose={() => setSeating(undefined)} />
      )}
      <Ask desk={desk} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

interface MiddleProps {
  panel: Panel;
  desk: Desk;
  view: ConsoleView;
  tap: (no: number) => void;
}

function Middle({ panel, desk, view, tap }: MiddleProps) {
  switch (panel) {
    case "statements":
      return <StatementsPanel desk={desk} view={view} />;
    case "harvest":
      return <HarvestPanel desk={desk} view={view} />;
    case "people":
      return <PeoplePanel desk={desk} view={view} />;
    case "sheet":
    case "queue":
    case "circle":
      if (view.state !== "live") return <StartPanel desk={desk} view={view} />;
      return <CirclePanel desk={desk} view={view} tap={tap} />;
  }
}
