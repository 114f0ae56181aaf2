// A vote: in progress (how many, never what: V3), closed, and revealed.

import { left, seconds } from "../shared/clock.ts";
import type { LitStage, Statement } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Bowl, Middle } from "./bowl.tsx";
import { Frame } from "./frame.tsx";
import { Groups, Total } from "./result.tsx";

export function VoteScene({ view }: { view: LitStage }) {
  const statement = view.statement;
  if (!statement) return null;
  const voted = statement.voted ?? 0;
  const eligible = statement.eligible ?? view.present;
  const open = statement.state === "open";
  const time = open && view.item ? left(view.item, seconds.value) : undefined;
  const figure = (
    <Bowl people={eligible} lit={voted} left={time} label={t("stage-voted-spoken", { voted, eligible })}>
      <Middle text={t("stage-voted", { voted, eligible })} size={104} />
      <text class="under" x="500" y="612" font-size="38">
        {t("stage-voted-label")}
      </text>
    </Bowl>
  );
  return (
    <Frame view={view} scene={open ? "vote" : "closed_vote"} figure={figure} head={numbered(statement)}>
      <h1 aria-live="polite">{statement.text}</h1>
      {statement.source && <Source text={statement.source} />}
      {open ? (
        <>
          <p>{t("stage-vote-how")}</p>
          <p class="quiet">{t("stage-vote-changed")}</p>
        </>
      ) : (
        <>
          <p class="gentle">{t("vote-closed")}</p>
          <p class="quiet">{t("stage-vote-closed-text")}</p>
        </>
      )}
    </Frame>
  );
}

function numbered(statement: Statement): string {
  const { no, of } = statement;
  return t(statement.round > 1 ? "stage-statement-again" : "statement-number-of", { no, of });
}

function Source({ text }: { text: string }) {
  return (
    <figure class="source">
      <blockquote>{text}</blockquote>
      <figcaption>{t("statement-source")}</figcaption>
    </figure>
  );
}

export function RevealScene({ view }: { view: LitStage }) {
  const statement = view.statement;
  const result = statement?.result;
  if (!statement || !result) return null;
  const before = statement.before?.totals;
  return (
    <Frame view={view} scene="reveal" head={numbered(statement)}>
      <h1 class="statement" aria-live="polite">
        {statement.text}
      </h1>
      {result.struck || !result.totals ? (
        <p class="quiet">{t("stage-struck")}</p>
      ) : (
        <>
          <Total totals={result.totals} {...(before && { over: t("result-now") })} />
          {before && <Total totals={before} over={t("stage-before")} slim />}
          <p class="turnout">{turnout(result.totals, result.eligible ?? 0, result.by_hand === true)}</p>
          <Groups result={result} roles={view.roles} />
        </>
      )}
    </Frame>
  );
}

function turnout(totals: Record<string, number>, eligible: number, byHand: boolean): string {
  const skipped = totals.skip ?? 0;
  const voted = Object.values(totals).reduce((sum, n) => sum + n, 0) - skipped;
  return [
    t("stage-chose", { voted, eligible }),
    ...(skipped > 0 ? [t("stage-skipped", { n: skipped })] : []),
    ...(byHand ? [t("stage-by-hand")] : []),
  ].join(" ");
}
