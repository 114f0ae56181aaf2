// What is going on when there is nothing to do: each screen says so in one sentence.

import { minutes, minutesAndSeconds, remaining, seconds } from "../shared/clock.ts";
import { t } from "../shared/texts.ts";
import { OffRecord } from "./notices.tsx";
import { Button, Outcome, Page } from "./parts.tsx";
import { Reactions } from "./reactions.tsx";
import { act, me, view, waiting } from "./session.ts";

export function Opening() {
  return (
    <Page name="opening" title={t("phone-busy")}>
      <p class="lead">{t("phone-one-moment")}</p>
    </Page>
  );
}

export function Paused() {
  return (
    <Page name="paused" title={t("session-paused")}>
      <p class="lead">{t("session-paused-text")}.</p>
      <Still />
    </Page>
  );
}

export function Moment() {
  const moment = view.value?.moment;
  if (!moment) return null;
  const left = moment.ends_at - seconds.value;
  return (
    <Page name="moment" title={t(moment.kind === "pairs" ? "phone-pairs-title" : "phone-silence-title")}>
      <p class="lead">{t(moment.kind === "pairs" ? "phone-pairs-text" : "phone-nothing-to-do")}</p>
      <p class="note">{left > 0 ? t("phone-moment-left", { clock: clock(left) }) : t("phone-moment-over")}</p>
      <Still />
    </Page>
  );
}

/** In steps of ten seconds: it is there to be glanced at. */
function clock(left: number): string {
  return minutesAndSeconds(left > 20 ? Math.round(left / 10) * 10 : Math.ceil(left));
}

export function Silence() {
  return (
    <Page name="silence" title={t("phone-silence-title")}>
      <OffRecord />
      {view.value?.item?.question && <p class="question">{view.value.item.question}</p>}
      <p class="lead">{t("phone-nothing-to-do")}</p>
      <Still />
    </Page>
  );
}

export function Break() {
  const item = view.value?.item;
  const left = item ? remaining(item, seconds.value) : 0;
  return (
    <Page name="break" title={t("part-break")}>
      <p class="lead">{t("phone-break-text")}</p>
      {left > 0 && <p class="note">{t("phone-circle-minutes", { minutes: minutes(left) })}</p>}
      <Still />
    </Page>
  );
}

export function Waiting() {
  const item = view.value?.item;
  return (
    <Page name="waiting" title={item?.title ?? t("phone-waiting-title")} foot={<Reactions />}>
      <OffRecord />
      {item?.question && <p class="question">{item.question}</p>}
      <p class="lead">{t("phone-waiting-text")}</p>
    </Page>
  );
}

export function Gone() {
  const { role, consent } = me.value;
  const back = () => role && consent && act({ do: "join", role, consent: { ...consent } });
  return (
    <Page
      name="gone"
      title={t("phone-gone-title")}
      foot={
        <>
          <Outcome of="join" />
          <Button kind="main" busy={waiting("join") !== undefined} onClick={back}>
            {t("phone-gone-back")}
          </Button>
        </>
      }
    >
      <p class="lead">{t("phone-gone-text")}</p>
    </Page>
  );
}

export function Cancelled() {
  return (
    <Page name="cancelled" title={t("session-cancelled")}>
      <p class="lead">{t("phone-nothing-to-do")}</p>
    </Page>
  );
}

/** Still water. */
function Still() {
  return (
    <svg class="still" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      <circle cx="100" cy="100" r="92" />
      <circle cx="100" cy="100" r="62" />
      <circle cx="100" cy="100" r="32" />
    </svg>
  );
}
