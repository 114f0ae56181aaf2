// Behind "help and more": the things somebody may need at any moment, and on no screen's way. Asking for help or for
// a break is seen by the facilitator alone.

import { effect, signal } from "@preact/signals";
import type { PrivateReaction } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { type Answers, ConsentForm } from "./consent.tsx";
import { LanguageChoice } from "./language.tsx";
import { menu, openMenu } from "./menu_place.ts";
import { Mine } from "./mine.tsx";
import { YouAre } from "./notices.tsx";
import { Button, Do, Outcome, Page } from "./parts.tsx";
import { act, announced, me, view, waiting } from "./session.ts";

const answers = signal<Answers>({ ...me.value.consent });
const asked = signal<ReadonlySet<PrivateReaction>>(new Set());

// What is ticked is what was answered, until something else is.
effect(() => {
  if (menu.value !== "consent") answers.value = { ...me.value.consent };
  if (menu.value === undefined) asked.value = new Set();
});

function close(): void {
  menu.value = undefined;
}

export function Menu() {
  switch (menu.value) {
    case "consent":
      return <ConsentAgain />;
    case "mine":
      return (
        <Page name="menu-mine" title={t("phone-mine")} foot={<Back />}>
          <Mine always />
        </Page>
      );
    case "leave":
      return <Leaving />;
    default:
      return <Everything />;
  }
}

function Everything() {
  const open = view.value?.state !== "closed" && view.value?.state !== "released";
  return (
    <Page name="menu" title={t("phone-menu")} foot={<Back />}>
      {open && (
        <div class="signals">
          <Signal kind="help" label="phone-help" sent="phone-help-sent" />
          <Signal kind="pause" label="phone-react-pause" sent="phone-pause-sent" />
          <p class="note">{t("phone-react-pause-note")}.</p>
        </div>
      )}
      <h2>{t("label-language")}</h2>
      <LanguageChoice />
      <div class="ways">
        <Button kind="quiet" onClick={() => openMenu("consent")}>
          {t("phone-menu-consent")}
        </Button>
        <Button kind="quiet" onClick={() => openMenu("mine")}>
          {t("phone-mine")}
        </Button>
        {open && (
          <Button kind="quiet" onClick={() => openMenu("leave")}>
            {t("phone-menu-leave")}
          </Button>
        )}
      </div>
      <YouAre />
    </Page>
  );
}

function Signal({ kind, label, sent }: { kind: PrivateReaction; label: string; sent: string }) {
  const busy = waiting("react", (command) => command.kind === kind) !== undefined;
  const ask = () =>
    act({ do: "react", kind }).settled.then((state) => {
      if (state.is !== "done") return;
      asked.value = new Set([...asked.value, kind]);
      announced.value = t(sent);
    });
  return (
    <>
      <Button kind="other" busy={busy} onClick={ask}>
        {t(label)}
      </Button>
      {busy && <p class="late">{t("phone-not-arrived")}</p>}
      {asked.value.has(kind) && !busy && <p class="arrived">✓ {t(sent)}</p>}
    </>
  );
}

function ConsentAgain() {
  return (
    <Page name="menu-consent" title={t("phone-consent-title")}>
      <ConsentForm
        answers={answers}
        button={t("phone-consent-save")}
        busy={waiting("change_consent") !== undefined}
        onComplete={(consent) =>
          act({ do: "change_consent", consent: { ...consent } }).settled.then((state) => {
            if (state.is !== "done") return;
            announced.value = t("phone-consent-saved");
            close();
          })
        }
      />
      <Outcome of="change_consent" />
      <Back />
    </Page>
  );
}

function Leaving() {
  return (
    <Page
      name="menu-leave"
      title={t("phone-menu-leave")}
      foot={
        <>
          <Do does="leave">{t("phone-leave-yes")}</Do>
          <Button kind="main" onClick={close}>
            {t("phone-leave-no")}
          </Button>
        </>
      }
    >
      <p class="lead">{t("phone-leave-sure")}</p>
    </Page>
  );
}

function Back() {
  return (
    <Button kind={menu.value === "consent" ? "quiet" : "main"} onClick={close}>
      {t("label-back")}
    </Button>
  );
}
