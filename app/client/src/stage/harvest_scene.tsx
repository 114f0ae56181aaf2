// The harvest: what the room wants to keep, as far as the facilitator shows it. Newest first; never by whom.

import type { CountedContribution, LitStage } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { ItemScene } from "./circle_scene.tsx";
import { Frame } from "./frame.tsx";
import { isOver } from "./time.tsx";

const MOST = 6;

export function HarvestScene({ view }: { view: LitStage }) {
  const shown = Object.entries(view.harvest ?? {}).sort(([, a], [, b]) => b.no - a.no);
  const seen = shown.slice(0, MOST);
  const item = view.item;
  if (shown.length === 0) return <ItemScene view={view} how={t("stage-harvest-how")} />;
  return (
    <Frame view={view} scene="harvest">
      <h1 class="small" aria-live="polite">
        {item?.question || t("stage-harvest-empty")}
      </h1>
      <ul class={seen.length > 3 ? "harvest many" : "harvest"}>
        {seen.map(([id, one]) => (
          <Kept key={id} one={one} />
        ))}
      </ul>
      {shown.length > MOST && <p class="quiet">{t("stage-more-harvest", { n: shown.length - MOST })}</p>}
      {isOver(item) && <p class="gentle">{t("stage-over")}</p>}
    </Frame>
  );
}

function Kept({ one }: { one: CountedContribution }) {
  return (
    <li>
      <p class="kind">{t(`harvest-${one.kind}`)}</p>
      <p class="text">{one.text}</p>
      {one.endorsed !== undefined && one.endorsed > 0 && (
        <p class="endorsed">{t("stage-endorsed", { n: one.endorsed })}</p>
      )}
    </li>
  );
}
