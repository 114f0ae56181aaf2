// From asking to sitting: in the queue, called, in the circle, and back.

import { useRef } from "preact/hooks";
import { seconds } from "../shared/clock.ts";
import { t } from "../shared/texts.ts";
import { CircleFigure } from "./listening.tsx";
import { OffRecord } from "./notices.tsx";
import { Do, Outcome, Page } from "./parts.tsx";
import { Reactions } from "./reactions.tsx";
import { me, view } from "./session.ts";

export function Queue() {
  const queue = me.value.queue;
  const circle = view.value?.circle;
  if (!queue) return null;
  const foot = (
    <>
      <Reactions />
      <Outcome of="ask_to_speak" />
      <Do does="withdraw_request">{t("phone-queue-leave")}</Do>
    </>
  );
  // C2: somebody who came second for a chair stands first, and is told why.
  const second = queue.first;
  return (
    <Page name="queue" title={t(second ? "phone-second-title" : "phone-queue-title")} foot={foot}>
      <OffRecord />
      <p class="lead" aria-live="polite">
        {second ? t("phone-second-text") : `${t("phone-queue-position", { n: queue.ahead })}.`}
      </p>
      <p class="note">{t("phone-queue-anon")}.</p>
      {circle && <CircleFigure circle={circle} />}
    </Page>
  );
}

export function SecondRow() {
  const circle = view.value?.circle;
  return (
    <Page name="second-row" title={t("phone-row-title")} foot={<Reactions />}>
      <OffRecord />
      <p class="lead">{t("phone-row-text")}</p>
      {circle && <CircleFigure circle={circle} />}
    </Page>
  );
}

/** The whole screen turns the colour of the chair that is open for you. */
export function Called() {
  const called = me.value.called;
  const longest = useRef(1);
  if (!called) return null;
  const left = Math.max(0, called.until - seconds.value);
  longest.current = Math.max(longest.current, left);
  const foot = (
    <>
      <Do does="take_chair" kind="main">
        {t("phone-called-yes")}
      </Do>
      <Do does="decline_call">{t("phone-called-no")}</Do>
    </>
  );
  return (
    <Page name="called" title={t("phone-called-title")} foot={foot}>
      <p class="lead">{called.again ? t("phone-called-again") : `${t("phone-called-text")}.`}</p>
      <OpenChair left={left / longest.current} seconds={Math.ceil(left)} />
    </Page>
  );
}

function OpenChair({ left, seconds }: { left: number; seconds: number }) {
  const around = 2 * Math.PI * 92;
  return (
    <svg class="open-chair" viewBox="0 0 200 200" role="img" aria-label={t("phone-called-left", { seconds })}>
      <circle class="glow" cx="100" cy="100" r="84" />
      <circle
        class="time"
        cx="100"
        cy="100"
        r="92"
        stroke-dasharray={`${(around * left).toFixed(1)} ${around.toFixed(1)}`}
        transform="rotate(-90 100 100)"
      />
      <circle class="chair" cx="100" cy="100" r="54" />
    </svg>
  );
}

export function Seated() {
  const room = view.value;
  const full = room?.circle?.leave_asked;
  const foot = room?.ways.leave && <Do does="leave_chair">{t("phone-seated-leave")}</Do>;
  return (
    <Page
      name="seated"
      title={t(me.value.word ? "phone-seated-word" : "phone-seated-title")}
      foot={foot || undefined}
    >
      <OffRecord />
      <p class="lead">{t("phone-seated-text")}</p>
      {full && (
        <p class="card warm" role="status">
          {t("phone-seated-full")}
        </p>
      )}
      {room?.circle && <CircleFigure circle={room.circle} mine={me.value.chair} />}
    </Page>
  );
}

/** In a listen-back the word comes to where somebody is. */
export function Speaking() {
  const back = view.value?.item?.kind === "listen_back";
  return (
    <Page name="speaking" title={t("phone-seated-word")}>
      <OffRecord />
      <p class="lead">{t(back ? "phone-word-text" : "phone-seated-text")}</p>
    </Page>
  );
}
