// The circle, the listen-back, and the items without chairs: who talks now, and what comes after.

import { Circle } from "../shared/circle.tsx";
import { left, seconds } from "../shared/clock.ts";
import type { Chair, Item, LitStage } from "../shared/protocol.ts";
import { layout } from "../shared/ring.ts";
import { RoleSign } from "../shared/roles.tsx";
import { list, t } from "../shared/texts.ts";
import { Bowl } from "./bowl.tsx";
import { Frame, RoleList } from "./frame.tsx";
import { Tide } from "./tide.tsx";
import { isOver, TimeLeft, timeSaid } from "./time.tsx";

/** `swap`: the group has just changed, and the room is told so. */
export function CircleScene({ view, swap }: { view: LitStage; swap: boolean }) {
  const circle = view.circle;
  const item = view.item;
  if (!circle) return null;
  const names = view.projector === "first_names";
  const seats = Object.keys(circle.chairs).length;
  const size = layout(seats, view.outer, names).bowl * 0.39;
  const figure = (
    <Circle
      chairs={circle.chairs}
      roles={view.roles}
      outer={view.outer}
      label={t("label-circle")}
      description={`${described(view)} ${item ? timeSaid(item) : ""}`}
      {...(item && { left: left(item, seconds.value), centre: <TimeLeft item={item} size={size} /> })}
      caption={(_, chair) => caption(chair, names)}
    />
  );
  return (
    <Frame view={view} scene={item?.kind === "listen_back" ? "listen_back" : "circle"} figure={figure}>
      {swap ? <Swap view={view} /> : <Telling view={view} item={item} />}
      {view.tide && <Tide tide={view.tide} people={view.present} />}
    </Frame>
  );
}

function caption(chair: Chair, names: boolean): string {
  if (chair.kind === "open" && chair.role === undefined && !chair.kept) return t("chair-open");
  return names ? (chair.name ?? "") : "";
}

function described(view: LitStage): string {
  const chairs = Object.values(view.circle?.chairs ?? {});
  const seated = new Map<string, number>();
  for (const chair of chairs) {
    const label = view.roles[chair.role ?? ""]?.label;
    if (label) seated.set(label, (seated.get(label) ?? 0) + 1);
  }
  const parts = [...seated].map(([label, n]) => `${label}: ${n}`);
  if (chairs.some((chair) => chair.kind === "open" && chair.role === undefined)) parts.push(t("chair-open"));
  return parts.length > 0 ? `${list(parts)}.` : t("stage-nobody-yet");
}

function Telling({ view, item }: { view: LitStage; item: Item | undefined }) {
  const circle = view.circle;
  const listening = item?.kind === "listen_back";
  const asked = view.invitation;
  return (
    <>
      <h1 aria-live="polite">
        {item?.question || (listening ? t("session-listen-back") : item?.title) || view.title}
      </h1>
      {listening ? (
        <>
          {view.word ? <SpeakerNow view={view} /> : <p>{t("stage-listen-lead")}</p>}
          <p class="quiet">{t("stage-listen-rule")}</p>
        </>
      ) : (
        <Speakers view={view} item={item} />
      )}
      {asked && (
        <p class="warm" role="status">
          {t(`stage-invite-${asked}`)}
        </p>
      )}
      {circle?.leave_asked && (
        <p class="warm" role="status">
          {t("stage-leave-asked")}
        </p>
      )}
      {isOver(item) ? <p class="gentle">{t("stage-over")}</p> : <After view={view} />}
    </>
  );
}

function Speakers({ view, item }: { view: LitStage; item: Item | undefined }) {
  const circle = view.circle;
  if (!circle) return null;
  if (circle.roles.length > 0) {
    return (
      <>
        <div class="speaking">
          <p>{t("stage-speaking")}</p>
          <RoleList keys={circle.roles} roles={view.roles} />
        </div>
        <p>
          {t("stage-others-listen")} {circle.second_row && t("stage-second-row", { n: circle.second_row })}
        </p>
      </>
    );
  }
  return <p>{t(`stage-way-${item?.variant ?? "open_chair"}`)}</p>;
}

/** Who speaks without a chair: there is nothing to draw a ring around, so a line says it. */
function SpeakerNow({ view }: { view: LitStage }) {
  const word = view.word;
  const role = view.roles[word?.role ?? ""];
  if (!word || !role) return null;
  return (
    <div class="speaking" role="status">
      <p>{t("stage-word-now")}</p>
      <ul class="roles">
        <li>
          <RoleSign role={role} size="1.15em" /> {word.name ?? role.label}
        </li>
      </ul>
    </div>
  );
}

function Swap({ view }: { view: LitStage }) {
  const keys = view.circle?.roles ?? [];
  return (
    <div class="swap" role="status">
      <h1>{t(keys.length > 0 ? "stage-swap" : "stage-swap-group")}</h1>
      <RoleList keys={keys} roles={view.roles} />
    </div>
  );
}

export function After({ view }: { view: LitStage }) {
  const next = view.next;
  if (!next) return null;
  if (next.kind === "listen_back") return <p class="quiet">{t("stage-next-listen")}</p>;
  if (next.kind === "break") return <p class="quiet">{t("stage-next-break")}</p>;
  return <p class="quiet">{t("stage-next", { title: next.title })}</p>;
}

/** An item without chairs: the question, the bowl with the time, one dot per person. `how`: what to do, in a line. */
export function ItemScene({ view, how }: { view: LitStage; how?: string }) {
  const item = view.item;
  if (!item) return null;
  const figure = (
    <Bowl people={view.present} left={left(item, seconds.value)} label={timeSaid(item)}>
      <TimeLeft item={item} size={130} />
    </Bowl>
  );
  const asked = view.invitation;
  return (
    <Frame view={view} scene={item.kind} figure={figure}>
      {item.question && <p class="over">{item.title}</p>}
      <h1 aria-live="polite">{item.question || item.title}</h1>
      {how && <p>{how}</p>}
      <SpeakerNow view={view} />
      {asked && (
        <p class="warm" role="status">
          {t(`stage-invite-${asked}`)}
        </p>
      )}
      {isOver(item) ? <p class="gentle">{t("stage-over")}</p> : <After view={view} />}
      {view.tide && <Tide tide={view.tide} people={view.present} />}
    </Frame>
  );
}
