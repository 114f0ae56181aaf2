// What the room chose, after the facilitator showed it. Words stand above the bars, so that a narrow part loses
// none; groups as far as they may be seen (V7).

import { ANSWERS, type Answer, type Result as Outcome, type ShownGroup } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { list, t } from "../shared/texts.ts";
import { Numbered } from "./notices.tsx";
import { Page } from "./parts.tsx";
import { view } from "./session.ts";

export function Result() {
  const statement = view.value?.statement;
  if (!statement?.result) return null;
  const { result, before } = statement;
  return (
    <Page name="result" over={<Numbered statement={statement} />} title={statement.text}>
      {before && <h2>{t("result-now")}</h2>}
      <Whole result={result} />
      {before && (
        <>
          <h2>{t("phone-result-before")}</h2>
          <Whole result={before} />
        </>
      )}
      {!before && result.totals && <Groups result={result} />}
    </Page>
  );
}

function Whole({ result }: { result: Outcome }) {
  const { totals } = result;
  if (result.struck || !totals) return <p class="lead">{t("phone-result-struck")}</p>;
  const chose = ANSWERS.reduce((sum, answer) => sum + totals[answer], 0);
  if (chose === 0) return <p class="lead">{t("result-nobody")}</p>;
  return (
    <div class="whole">
      <Bar counts={totals} words />
      <p class="note">
        {t("phone-result-chose", { chose, eligible: result.eligible ?? chose, skipped: totals.skip })}
        {result.by_hand && ` ${t("phone-result-hands")}`}
      </p>
    </div>
  );
}

/** With `words` the answers stand above it; without, they are read out only. */
function Bar({ counts, words = false }: { counts: Record<Answer, number>; words?: boolean }) {
  const parts = ANSWERS.filter((key) => counts[key] > 0);
  const said = (key: Answer) => t("phone-result-part", { answer: t(`answer-${key}`), count: counts[key] });
  return (
    <div class={words ? "bar large" : "bar"}>
      <ul class={words ? "words" : "unseen"}>
        {ANSWERS.map((key) => (
          <li key={key}>
            <i class={`swatch ${key}`} aria-hidden="true" />
            {said(key)}
          </li>
        ))}
      </ul>
      <div class="parts" aria-hidden="true">
        {parts.map((key) => (
          <span key={key} class={key} style={{ flexGrow: counts[key] }}>
            {!words && counts[key]}
          </span>
        ))}
      </div>
    </div>
  );
}

function Groups({ result }: { result: Outcome }) {
  if (!result.groups) return <p class="note">{t("phone-result-small")}.</p>;
  return (
    <ul class="groups">
      {result.groups.map((group) => (
        <li key={group.roles.join()}>
          <GroupName group={group} />
          <GroupCounts group={group} />
        </li>
      ))}
    </ul>
  );
}

function GroupName({ group }: { group: ShownGroup }) {
  const roles = group.roles.flatMap((key) => view.value?.roles[key] ?? []);
  return (
    <p>
      {roles.map((role) => (
        <RoleSign key={role.no} role={role} size={20} />
      ))}{" "}
      {roles.length > 2 ? t("result-others") : list(roles.map((role) => role.plural))}
    </p>
  );
}

function GroupCounts({ group }: { group: ShownGroup }) {
  if (group.counts) return <Bar counts={group.counts} />;
  const { almost } = group;
  const text = almost ? t("phone-result-almost", { answer: t(`answer-${almost}`) }) : t("phone-result-mixed");
  return <p class="note">{text}</p>;
}
