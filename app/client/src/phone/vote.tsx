// One statement, four answers. "Your choice has arrived" stands there only when the server has said so (J1); until
// then the choice is kept, over a reload too, and sent again.

import { ANSWERS, type Choice, type Statement } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { openMenu } from "./menu_place.ts";
import { Numbered, OffRecord } from "./notices.tsx";
import { Button, Page, ReadAloud } from "./parts.tsx";
import { act, choiceOf, me, roundOf, tooLate, trouble, view } from "./session.ts";

export function Vote() {
  const statement = view.value?.statement;
  if (!statement) return null;
  const may = me.value.consent?.votes ?? false;
  return (
    <Page
      name="vote"
      over={
        <>
          <Numbered statement={statement} /> · {t("phone-vote-title")}
        </>
      }
      title={statement.text}
      foot={may ? <Answers statement={statement} /> : <NotKept />}
    >
      <OffRecord />
      <ReadAloud text={statement.text} />
      <Source statement={statement} />
    </Page>
  );
}

/** V8: the sentence that is voted on never hides the one it came from. */
function Source({ statement }: { statement: Statement }) {
  if (!statement.source) return null;
  return (
    <details class="source">
      <summary>{t("phone-vote-source")}</summary>
      <blockquote>{statement.source}</blockquote>
    </details>
  );
}

function Answers({ statement }: { statement: Statement }) {
  const { choice, arrived } = choiceOf(statement.id);
  const give = (answer: Choice) => act({ do: "vote", statement: statement.id, choice: answer });
  const answer = (key: Choice, kind: string, text: string) => (
    <button
      type="button"
      class={`button ${kind} ${key}${choice === key ? (arrived ? " chosen" : " asked") : ""}`}
      aria-pressed={choice === key}
      onClick={() => (choice === key && !trouble.value ? undefined : give(key))}
    >
      {choice === key && arrived && <span aria-hidden="true">✓ </span>}
      {t(text)}
    </button>
  );
  return (
    <>
      {ANSWERS.map((key) => answer(key, "answer", `answer-${key}`))}
      {answer("skip", "quiet", "phone-vote-pass")}
      <div class="outcome" role="status">
        <VoteOutcome choice={choice} arrived={arrived} />
      </div>
    </>
  );
}

function VoteOutcome({ choice, arrived }: { choice: Choice | undefined; arrived: boolean }) {
  const refused = trouble.value?.command.do === "vote" ? trouble.value : undefined;
  if (refused)
    return (
      <p class="sorry">{refused.code === "statement_closed" ? t("phone-vote-late") : refused.message}</p>
    );
  if (choice && !arrived) return <p class="late">{t("phone-vote-pending")}</p>;
  if (choice)
    return (
      <p>
        <b class="arrived">✓ {t("phone-vote-saved")}.</b> {t("phone-vote-change")}.
      </p>
    );
  return <p>{t("phone-vote-secret")}.</p>;
}

/** X1: whoever wanted nothing kept can still look on, and can still change their mind. */
function NotKept() {
  return (
    <>
      <p class="card">{t("phone-vote-no-consent")}</p>
      <Button kind="other" onClick={() => openMenu("consent")}>
        {t("phone-vote-allow")}
      </Button>
    </>
  );
}

export function VoteClosed() {
  const statement = view.value?.statement;
  if (!statement) return null;
  const late = tooLate.value === roundOf(statement.id);
  return (
    <Page name="vote-closed" over={<Numbered statement={statement} />} title={t("vote-closed")}>
      {late && (
        <p class="card" role="status">
          {t("phone-vote-late")}
        </p>
      )}
      <p class="lead">{t("phone-vote-closed-text")}</p>
      <p class="question">{statement.text}</p>
    </Page>
  );
}
