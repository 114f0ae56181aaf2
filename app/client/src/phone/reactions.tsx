// R1: four things to say to a story, none of them "I disagree". One counts once in a half minute, so it shows for a
// while that it went, and a reaction that could not be sent at once is not sent later: it belonged to that moment.

import { signal } from "@preact/signals";
import { SHARED_REACTIONS, type SharedReaction } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Button } from "./parts.tsx";
import { act, announced, me, trouble, view, waiting } from "./session.ts";

const WITHIN_MS = 10_000;
const SHOWN_MS = 15_000;

const went = signal<ReadonlySet<SharedReaction>>(new Set());

export function Reactions() {
  if (!view.value?.ways.react || view.value.off_record) return null;
  if (!me.value.consent?.votes) return <p class="note">{t("phone-react-no-consent")}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form that is filled in; these are said.
    <div class="reactions" role="group" aria-label={t("phone-react")}>
      {SHARED_REACTIONS.map((kind) => (
        <OneReaction key={kind} kind={kind} />
      ))}
      {trouble.value?.command.do === "react" && <p class="sorry">{trouble.value.message}</p>}
    </div>
  );
}

function OneReaction({ kind }: { kind: SharedReaction }) {
  const busy = waiting("react", (command) => command.kind === kind) !== undefined;
  const sent = went.value.has(kind);
  return (
    <Button kind="other" busy={busy} onClick={() => react(kind)}>
      {t(`phone-react-${kind}`)}
      {sent && (
        <span class="went" aria-hidden="true">
          ✓
        </span>
      )}
    </Button>
  );
}

function react(kind: SharedReaction): void {
  act({ do: "react", kind }, { within_ms: WITHIN_MS }).settled.then((state) => {
    if (state.is !== "done") return;
    announced.value = `${t(`phone-react-${kind}`)}: ${t("phone-react-sent")}`;
    went.value = new Set([...went.value, kind]);
    setTimeout(() => {
      went.value = new Set([...went.value].filter((one) => one !== kind));
    }, SHOWN_MS);
  });
}
