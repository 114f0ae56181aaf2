// When there is nothing left to do here, or no way in: one sentence, and where to go.

import { Mark } from "../shared/mark.tsx";
import type { ConsoleView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";

interface SentenceProps {
  title: string;
  text?: string;
  link?: { to: string; says: string };
}

export function Sentence({ title, text, link }: SentenceProps) {
  return (
    <main class="sentence">
      <Mark size={72} />
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {link && (
        <p>
          <a class="act main" href={link.to}>
            {link.says}
          </a>
        </p>
      )}
    </main>
  );
}

export function Ended({ view }: { view: ConsoleView }) {
  if (view.state === "cancelled") return <Sentence title={t("session-cancelled")} text={view.title} />;
  return (
    <Sentence
      title={t("console-closed")}
      text={t("console-closed-text")}
      link={{ to: "/organise", says: t("label-record") }}
    />
  );
}
