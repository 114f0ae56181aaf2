// The bars of a revealed statement. Answers have colours that survive a bad projector, and always their words.

import type { Answer, Choice, Result, Role, ShownGroup } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { type Part, parts, placed } from "./bars.ts";

/** How wide a letter of a word above the bar is, as a part of the whole bar: 0.95rem of 76rem, with room to spare. */
const LETTER = 0.0128;

const name = (answer: Answer) => t(`answer-${answer}`);
const word = (part: Part) => `${name(part.answer)} ${part.n}`;
const width = (part: Part) => (word(part).length + 2) * LETTER;

/** Everybody's answers. `over` names which asking it was; `slim` for the earlier one. */
export function Total({
  totals,
  over,
  slim,
}: {
  totals: Record<Choice, number>;
  over?: string;
  slim?: boolean;
}) {
  const bar = parts(totals);
  const above = placed(bar, width);
  const outside = new Set(above.map((one) => one.answer));
  if (bar.length === 0) return <p class="quiet">{t("result-nobody")}</p>;
  return (
    <div class={slim ? "total slim" : "total"}>
      {over && <p class="which">{over}</p>}
      {above.length > 0 && (
        <div class="above" aria-hidden="true">
          {above.map(({ answer, at }) => (
            <span key={answer} class={answer} style={{ insetInlineStart: `${(at * 100).toFixed(2)}%` }}>
              {word(bar.find((part) => part.answer === answer) as Part)}
            </span>
          ))}
        </div>
      )}
      <ul class="bar" aria-label={over ?? t("stage-result")}>
        {bar.map((part) => (
          <li key={part.answer} class={part.answer} style={{ flexGrow: part.n }}>
            <span class={outside.has(part.answer) ? "unseen" : "word"}>{word(part)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The split by role, as far as it may be shown (V7). */
export function Groups({ result, roles }: { result: Result; roles: Record<string, Role> }) {
  const groups = result.groups ?? [];
  if (groups.length === 0) return <p class="note">{t("stage-small")}</p>;
  const pooled = groups.some((group) => group.roles.length > 1);
  const almost = groups.some((group) => group.almost);
  return (
    <>
      <ul class="groups">
        {groups.map((group) => (
          <li key={group.roles.join()}>
            <GroupName group={group} roles={roles} />
            {group.counts ? <Split counts={group.counts} /> : <Said group={group} />}
          </li>
        ))}
      </ul>
      {almost && <p class="note">{t("stage-almost-note")}</p>}
      {pooled && <p class="note">{t("stage-pooled", { k: result.k ?? 5 })}</p>}
    </>
  );
}

function GroupName({ group, roles }: { group: ShownGroup; roles: Record<string, Role> }) {
  const role = group.roles.length === 1 ? roles[group.roles[0] ?? ""] : undefined;
  const sign = role ?? { shape: "ring" as const, color: "#5C6B70" };
  const said = role ? role.plural.charAt(0).toUpperCase() + role.plural.slice(1) : t("result-others");
  return (
    <span class="group">
      <RoleSign role={sign} size="1.6em" /> {said}
    </span>
  );
}

function Split({ counts }: { counts: Record<Answer, number> }) {
  return (
    <ul class="bar">
      {parts(counts).map((part) => (
        <li key={part.answer} class={part.answer} style={{ flexGrow: part.n }}>
          <span class="unseen">{name(part.answer)} </span>
          <span class="word">{part.n}</span>
        </li>
      ))}
    </ul>
  );
}

function Said({ group }: { group: ShownGroup }) {
  if (!group.almost) return <span class="said">{t("stage-mixed")}</span>;
  return <span class={`said ${group.almost}`}>{t("stage-almost", { answer: name(group.almost) })}</span>;
}
