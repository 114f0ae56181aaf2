// The scenes in which the room is not talking in a circle: the opening, a pause, a moment, the end.

import { seconds } from "../shared/clock.ts";
import { Mark } from "../shared/mark.tsx";
import type { LitStage, StageView } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Bowl, Middle } from "./bowl.tsx";
import { After } from "./circle_scene.tsx";
import { Code, Frame, Say } from "./frame.tsx";

export function Opening({ view }: { view: LitStage }) {
  const { code, present } = view;
  return (
    <main class="scene opening" data-scene="opening">
      <div class="figure">
        <img class="qr" src={`/s/${code}/qr.svg`} alt={t("stage-qr")} width="520" height="520" />
      </div>
      <div class="words">
        <p class="head">
          <Mark size="2.6rem" />
          <span>{[view.title, view.subtitle].filter(Boolean).join(" · ")}</span>
        </p>
        <Say>
          <h1>{t("session-welcome")}</h1>
          <p>{t("stage-welcome-how", { host: location.host })}</p>
          <p>
            <Code code={code} />
          </p>
          <p class="quiet">{t("stage-no-name")}</p>
        </Say>
        <p class="here" role="status">
          {t("stage-present", { n: present })}
        </p>
      </div>
    </main>
  );
}

export function Paused({ view }: { view: LitStage }) {
  const figure = <Bowl people={view.present} label={t("session-paused")} />;
  return (
    <Frame view={view} scene="paused" figure={figure}>
      <h1 aria-live="polite">{t("session-paused")}</h1>
      <p>{t("session-paused-text")}</p>
    </Frame>
  );
}

export function MomentScene({ view }: { view: LitStage }) {
  const moment = view.moment;
  if (!moment) return null;
  const rest = Math.max(0, moment.ends_at - seconds.value);
  const left = Math.min(1, rest / moment.length_s);
  const said = moment.kind === "pairs" && (
    <Middle over={t("time-left")} text={t("time-minutes", { n: Math.ceil(rest / 60) })} size={130} />
  );
  const figure = (
    <Bowl people={view.present} left={left} label={t(`stage-moment-${moment.kind}`)}>
      {said}
    </Bowl>
  );
  return (
    <Frame view={view} scene={moment.kind} figure={figure}>
      <h1 aria-live="polite">{t(`stage-moment-${moment.kind}`)}</h1>
      <p>{t(`stage-moment-${moment.kind}-text`)}</p>
    </Frame>
  );
}

/** Live, and no item running: what comes next. */
export function Between({ view }: { view: LitStage }) {
  const figure = <Bowl people={view.present} label={t("stage-present", { n: view.present })} />;
  return (
    <Frame view={view} scene="between" figure={figure}>
      <h1 aria-live="polite">{view.title}</h1>
      {view.subtitle && <p>{view.subtitle}</p>}
      <After view={view} />
    </Frame>
  );
}

/** One sentence in the middle of an empty screen. */
export function Plain({ scene, title, text }: { scene: string; title: string; text?: string }) {
  return (
    <main class="scene plain" data-scene={scene}>
      <Mark size="7rem" />
      <h1 aria-live="polite">{title}</h1>
      {text && <p>{text}</p>}
    </main>
  );
}

export function Ended({ view }: { view: StageView }) {
  if (view.state === "cancelled")
    return <Plain scene="cancelled" title={t("session-cancelled")} text={view.title} />;
  return <Plain scene="closed" title={t("session-closed")} text={t("stage-closed-text")} />;
}
