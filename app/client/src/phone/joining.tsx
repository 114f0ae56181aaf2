// Coming in: welcome, what may we keep, why are you here. Nothing is sent before the last of them, and a reload in
// between loses none of it.

import { computed } from "@preact/signals";
import { Mark } from "../shared/mark.tsx";
import { type Consent, MOST_NAME } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { type Answers, ConsentForm, complete } from "./consent.tsx";
import { draft } from "./draft.ts";
import { LanguageChoice } from "./language.tsx";
import { Button, Outcome, Page } from "./parts.tsx";
import { act, code, view, waiting } from "./session.ts";

type Step = "welcome" | "consent" | "role";

const NOTHING: Answers = {};
const step = draft<Step>(`vissenkom:${code}:step`, "welcome");
const answers = draft(`vissenkom:${code}:consent`, NOTHING);
const role = draft(`vissenkom:${code}:role`, "");
const name = draft(`vissenkom:${code}:name`, "");
const naming = draft(`vissenkom:${code}:naming`, false);

/** For the screen's place: every step is one of its own. */
export const joiningStep = computed(() => step.value);

export function Joining() {
  if (step.value === "consent") return <ConsentStep />;
  if (step.value === "role" && complete(answers.value)) return <RoleStep consent={answers.value} />;
  return <Welcome />;
}

function Welcome() {
  const item = view.value?.item;
  const late = view.value?.state === "live";
  return (
    <Page
      name="welcome"
      title={t("session-welcome")}
      foot={
        <>
          <LanguageChoice />
          <Button
            kind="main"
            onClick={() => {
              step.value = "consent";
            }}
          >
            {t("label-join")}
          </Button>
        </>
      }
    >
      {view.value?.subtitle && <p class="lead">{view.value.subtitle}</p>}
      <p class="lead">{t("phone-join-noname")}.</p>
      {late ? (
        <div class="card">
          <p>
            <b>{t("phone-late-title")}.</b> {item && t("phone-late-text", { item: item.title })}
          </p>
        </div>
      ) : (
        <p class="note">{t("phone-join-lobby")}</p>
      )}
      <Name />
      <Mark size="min(50%, 11rem)" />
    </Page>
  );
}

function Name() {
  if (!naming.value)
    return (
      <Button
        kind="quiet"
        onClick={() => {
          naming.value = true;
        }}
      >
        {t("phone-join-name-add")}
      </Button>
    );
  return (
    <div class="field">
      <label for="name">{t("phone-join-name")}</label>
      <p class="note" id="name-hint">
        {t("phone-join-name-hint")}
      </p>
      <input
        id="name"
        type="text"
        maxLength={MOST_NAME}
        autocomplete="given-name"
        aria-describedby="name-hint"
        value={name.value}
        onInput={(event) => {
          name.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

function ConsentStep() {
  return (
    <Page name="consent" title={t("phone-consent-title")}>
      <ConsentForm
        answers={answers}
        button={t("phone-next")}
        onComplete={() => {
          step.value = "role";
        }}
      />
    </Page>
  );
}

function RoleStep({ consent }: { consent: Consent }) {
  const roles = Object.entries(view.value?.roles ?? {}).sort(([, a], [, b]) => a.no - b.no);
  const join = () => {
    if (!role.value) {
      document.querySelector<HTMLInputElement>('input[name="role"]')?.focus();
      return;
    }
    const given = name.value.trim();
    act({ do: "join", role: role.value, consent: { ...consent }, ...(given ? { name: given } : {}) });
  };
  return (
    <Page
      name="role-choice"
      title={t("phone-role-title")}
      foot={
        <>
          <Outcome of="join" />
          <Button kind="main" busy={waiting("join") !== undefined} onClick={join}>
            {t("label-join")}
          </Button>
        </>
      }
    >
      <fieldset class="roles">
        <legend class="note">{t("phone-role-note")}</legend>
        {roles.map(([key, one]) => (
          <label class="choice role-option" key={key}>
            <input
              type="radio"
              name="role"
              checked={role.value === key}
              onChange={() => {
                role.value = key;
              }}
            />
            <RoleSign role={one} size={30} />
            <span>{one.reason}</span>
          </label>
        ))}
      </fieldset>
    </Page>
  );
}
