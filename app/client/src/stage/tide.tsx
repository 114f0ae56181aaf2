// Reactions, when the session shows them: a slow tide. It says how the room listens, never how much it cheers.

import { type LitStage, SHARED_REACTIONS } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";

export function Tide({ tide, people }: { tide: NonNullable<LitStage["tide"]>; people: number }) {
  return (
    <ul class="tide" aria-label={t("stage-tide")}>
      {SHARED_REACTIONS.map((kind) => {
        const part = Math.min(1, (tide[kind] ?? 0) / Math.max(1, people));
        return (
          <li key={kind} class={part > 0 ? "up" : ""}>
            <span class="water" style={{ "--level": part.toFixed(3) }} />
            {t(`stage-tide-${kind}`)}
          </li>
        );
      })}
    </ul>
  );
}
