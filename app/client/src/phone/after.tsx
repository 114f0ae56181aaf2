// When it is over: thank you, what happens now, and everything about oneself that can still be changed (X1, X2).

import { t } from "../shared/texts.ts";
import { Said, shown } from "./harvest.tsx";
import { openMenu } from "./menu_place.ts";
import { Mine } from "./mine.tsx";
import { Button, Page } from "./parts.tsx";
import { code, me, view } from "./session.ts";

export function After() {
  if (!me.value.person)
    return (
      <Page name="after" title={t("session-closed")}>
        <p class="lead">{t("phone-end-not-joined")}</p>
      </Page>
    );
  return (
    <Page name="after" title={t("session-closed")}>
      <p class="lead">{t(view.value?.state === "released" ? "phone-end-released" : "phone-end-text")}</p>
      <h2>{t("phone-end-next")}</h2>
      <p>{t("phone-end-next-text")}</p>
      <p>
        <a class="link" href={`/s/${code}/uses`}>
          {t("phone-end-uses")}
        </a>
      </p>
      <Harvested />
      <Mine />
      <p class="note">{t("phone-end-change")}</p>
      <Button onClick={() => openMenu("consent")}>{t("phone-consent-title")}</Button>
    </Page>
  );
}

function Harvested() {
  if (shown.value.length === 0) return null;
  return (
    <>
      <h2>{t("phone-end-harvest")}</h2>
      <ul class="contributions">
        {shown.value.map(([id, one]) => (
          <li key={id}>
            <Said one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
