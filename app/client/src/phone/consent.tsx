// X1: one question per purpose, with a no that is as easy as the yes, and neither chosen beforehand.

import { type Signal, signal } from "@preact/signals";
import type { Consent } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Button, ReadAloud } from "./parts.tsx";

export type Answers = Partial<Consent>;
const PURPOSES = ["votes", "words", "story"] as const satisfies readonly (keyof Consent)[];

export function complete(answers: Answers): answers is Consent {
  return PURPOSES.every((purpose) => answers[purpose] !== undefined);
}

const reminded = signal(false);

interface Props {
  answers: Signal<Answers>;
  button: string;
  onComplete: (consent: Consent) => void;
  busy?: boolean;
}

export function ConsentForm({ answers, button, onComplete, busy = false }: Props) {
  const missing = PURPOSES.filter((purpose) => answers.value[purpose] === undefined);
  const finish = () => {
    const given = answers.value;
    if (complete(given)) {
      reminded.value = false;
      onComplete(given);
      return;
    }
    reminded.value = true;
    document.querySelector<HTMLInputElement>(`input[name="${missing[0]}"]`)?.focus();
  };
  return (
    <>
      <ReadAloud text={t("phone-consent-spoken")}>{t("phone-consent-audio")}</ReadAloud>
      {PURPOSES.map((purpose) => (
        <Purpose
          key={purpose}
          purpose={purpose}
          answer={answers.value[purpose]}
          missed={reminded.value && missing.includes(purpose)}
          choose={(yes) => {
            answers.value = { ...answers.value, [purpose]: yes };
          }}
        />
      ))}
      <p class="note">{t("phone-consent-note")}</p>
      <div class="foot">
        {reminded.value && missing.length > 0 && (
          <p class="sorry" role="alert">
            {t("phone-consent-missing", { count: missing.length })}
          </p>
        )}
        <Button kind="main" busy={busy} onClick={finish}>
          {button}
        </Button>
      </div>
    </>
  );
}

interface PurposeProps {
  purpose: (typeof PURPOSES)[number];
  answer: boolean | undefined;
  missed: boolean;
  choose: (yes: boolean) => void;
}

function Purpose({ purpose, answer, missed, choose }: PurposeProps) {
  const option = (yes: boolean) => (
    <label class={`choice ${yes ? "yes" : "no"}`}>
      <input type="radio" name={purpose} checked={answer === yes} onChange={() => choose(yes)} />
      <span>{t(yes ? "phone-consent-yes" : "phone-consent-no")}</span>
    </label>
  );
  return (
    <fieldset class={`purpose${missed ? " missed" : ""}`}>
      <legend>{t(`phone-consent-${purpose}`)}</legend>
      <div class="pair">
        {option(true)}
        {option(false)}
      </div>
    </fieldset>
  );
}
