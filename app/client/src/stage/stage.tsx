// The whole projector: one scene, and over it what may come at any time (no connection, off the record, the strip).

import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "../console/desk.ts";
import type { Connection, Ending, Status } from "../shared/connection.ts";
import type { StageView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { CircleScene, ItemScene } from "./circle_scene.tsx";
import { HarvestScene } from "./harvest_scene.tsx";
import { type Scene, sceneOf, swapped } from "./scene.ts";
import { Between, Ended, MomentScene, Opening, Paused, Plain } from "./still_scenes.tsx";
import { Strip } from "./strip.tsx";
import { RevealScene, VoteScene } from "./vote_scene.tsx";

/** How long a swap is announced. */
const SWAP_MS = 15_000;

interface StageProps {
  first: { status: ReadonlySignal<Status>; ending: ReadonlySignal<Ending | undefined> };
  picture: ReadonlySignal<Pick<Connection<StageView, unknown, never>, "view" | "status"> | undefined>;
  desk: ReadonlySignal<Desk | undefined>;
  /** There is no key at all. */
  locked: boolean;
  code: string;
}

export function Stage({ first, picture, desk, locked, code }: StageProps) {
  const view = picture.value?.view.value;
  const swap = useSwap(view);
  const ending = first.ending.value;
  if (locked) return <Plain scene="locked" title={t("stage-no-key")} text={t("stage-no-key-text")} />;
  if (ending) return <Plain scene="ended" title={t("link-unknown")} text={t("link-unknown-text")} />;
  if (!view) return <Plain scene="waiting" title={t("link-wait")} />;
  const lit = !("blank" in view);
  const lost = first.status.value === "lost" || picture.value?.status.value === "lost";
  return (
    <>
      <Picture view={view} swap={swap} />
      {lit && view.off_record && <p class="sign off">{t("stage-off-record")}</p>}
      {lit && lost && (
        <p class="sign cut" role="status">
          {t("stage-cut")}
        </p>
      )}
      {desk.value && <Strip desk={desk.value} code={code} />}
    </>
  );
}

function Picture({ view, swap }: { view: StageView; swap: boolean }) {
  const scene: Scene = sceneOf(view);
  if ("blank" in view) return <main class="blank" data-scene="blank" aria-label={t("label-stage")} />;
  switch (scene) {
    case "cancelled":
    case "closed":
      return <Ended view={view} />;
    case "opening":
      return <Opening view={view} />;
    case "paused":
      return <Paused view={view} />;
    case "moment":
      return <MomentScene view={view} />;
    case "vote":
    case "closed_vote":
      return <VoteScene view={view} />;
    case "reveal":
      return <RevealScene view={view} />;
    case "harvest":
      return <HarvestScene view={view} />;
    case "circle":
      return <CircleScene view={view} swap={swap} />;
    case "item":
      return <ItemScene view={view} />;
    case "between":
    case "blank":
      return <Between view={view} />;
  }
}

/** True for a while after others came into the circle, as long as the item lasts. */
function useSwap(view: StageView | undefined): boolean {
  const before = useRef<StageView | undefined>(undefined);
  const [told, setTold] = useState<{ item: string | undefined } | undefined>(undefined);
  const item = view === undefined || "blank" in view ? undefined : view.item?.id;
  useEffect(() => {
    if (view && swapped(before.current, view)) setTold({ item });
    before.current = view;
  }, [view]);
  useEffect(() => {
    if (!told) return undefined;
    const timer = setTimeout(() => setTold(undefined), SWAP_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return told !== undefined && told.item === item;
}
