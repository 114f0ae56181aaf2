// Reactions, when the session shows them: a slow tide. It says how the room listens, never how much it cheers.

import { t } from "../shared/texts.ts";
import type { Reaction } from "../shared/view.ts";

const KINDS: readonly Reaction[] = ["recognise", "touched", "question", "unclear"];

export function Tide({ tide, people }: { tide: Partial<Record<Reaction, number>>; people: number }) {
  return (
    <ul class="tide" aria-label={t("stage-tide")}>
      {KINDS.map((kind) => {
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
