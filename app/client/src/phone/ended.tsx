// When trying again would not help: what is going on, and the one thing to do.

import { t } from "../shared/texts.ts";
import { Button, Page } from "./parts.tsx";
import { connection } from "./session.ts";

export function Ended() {
  switch (connection.ending.value) {
    case "unknown":
      return (
        <Page name="unknown" title={t("phone-unknown-title")} foot={<Elsewhere />}>
          <p class="lead">{t("phone-unknown-text")}</p>
        </Page>
      );
    case "replaced":
      return (
        <Page name="replaced" title={t("phone-replaced-title")} foot={<Again text="phone-replaced-here" />}>
          <p class="lead">{t("phone-replaced-text")}</p>
        </Page>
      );
    default:
      return (
        <Page name="stopped" title={t("phone-stop-title")} foot={<Again text="phone-stop-again" />}>
          <p class="lead">{t("phone-stop-text")}</p>
        </Page>
      );
  }
}

function Again({ text }: { text: string }) {
  return (
    <Button kind="main" onClick={() => connection.again()}>
      {t(text)}
    </Button>
  );
}

function Elsewhere() {
  return (
    <a class="button main" href="/">
      {t("phone-unknown-code")}
    </a>
  );
}
