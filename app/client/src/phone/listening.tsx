// Most of the evening: somebody listens. Who is in the circle, how to say "I recognise this", how to come in.

import { useSignal } from "@preact/signals";
import { Circle } from "../shared/circle.tsx";
import { left, minutes, remaining, seconds } from "../shared/clock.ts";
import { Mark } from "../shared/mark.tsx";
import type { CircleView, PhoneView } from "../shared/protocol.ts";
import { list, t } from "../shared/texts.ts";
import { TapIn, Write } from "./lazy.tsx";
import { Invitation, NextGroup, OffRecord, YouAre } from "./notices.tsx";
import { Do, Outcome, Page } from "./parts.tsx";
import { Reactions } from "./reactions.tsx";
import { offers } from "./screens.ts";
import { me, view } from "./session.ts";

export function Lobby() {
  return (
    <Page name="lobby" title={t("phone-lobby-title")}>
      <p class="lead">{t("phone-lobby-text")}</p>
      <YouAre />
      <Mark size="min(60%, 13rem)" />
    </Page>
  );
}

/** Whatever has no circle: a check-in, a talk, a step in a case. */
export function Talk() {
  const item = view.value?.item;
  if (!item) return null;
  const title = item.kind === "perspective" ? t("phone-perspective-title") : item.title;
  const foot = (
    <>
      <Reactions />
      <Speak />
    </>
  );
  return (
    <Page name="talk" title={title} foot={foot}>
      <OffRecord />
      {item.question && <p class="question">{item.question}</p>}
      <p class="lead">{t("phone-talk-text")}</p>
      <Invitation />
      {view.value?.ways.contribute && !view.value.off_record && <Write plain />}
    </Page>
  );
}

export function Listen() {
  const choosing = useSignal(false);
  const room = view.value;
  const item = room?.item;
  if (!room || !item) return null;
  const back = item.kind === "listen_back";
  if (choosing.value && offers(room, me.value).tapIn)
    return (
      <TapIn
        onBack={() => {
          choosing.value = false;
        }}
      />
    );
  const foot = (
    <>
      <Reactions />
      <Speak
        onTapIn={() => {
          choosing.value = true;
        }}
      />
    </>
  );
  return (
    <Page name="listen" title={t(back ? "session-listen-back" : "phone-listen-title")} foot={foot}>
      <OffRecord />
      {back ? (
        <p class="lead">
          {room.word?.role
            ? `${t("phone-listen-word", { role: room.roles[room.word.role]?.label ?? "" })}.`
            : t("phone-listen-back-text")}
        </p>
      ) : (
        <>
          {item.question && <p class="question">{item.question}</p>}
          <WhoIsIn room={room} />
        </>
      )}
      <NextGroup />
      <Invitation />
      {room.circle && <CircleFigure circle={room.circle} />}
    </Page>
  );
}

function WhoIsIn({ room }: { room: PhoneView }) {
  const said = whoIsIn(room);
  return said ? <p class="lead">{said}</p> : null;
}

/** More roles than this in one sentence say less than the circle below it does. */
const MOST_NAMED = 3;

/** "In the circle now: residents and civil servants", by the round's roles, else by who sits there. */
function whoIsIn(room: PhoneView): string {
  const chairs = Object.values(room.circle?.chairs ?? {});
  const sitting = [...new Set(chairs.flatMap((chair) => chair.role ?? []))];
  const roles = room.circle?.roles.length ? room.circle.roles : sitting;
  if (roles.length === 0) return `${t("phone-listen-empty")}.`;
  const plurals = roles.flatMap((key) => room.roles[key]?.plural ?? []);
  if (plurals.length > MOST_NAMED) return "";
  return `${t("phone-listen-now", { role: list(plurals) })}.`;
}

export function CircleFigure({ circle, mine }: { circle: CircleView; mine?: number | undefined }) {
  const room = view.value;
  if (!room) return null;
  const chairs = Object.values(circle.chairs);
  const roles = chairs.flatMap((chair) => (chair.role ? (room.roles[chair.role]?.label ?? []) : []));
  const speaking = chairs.find((chair) => chair.word !== undefined)?.role;
  const sentences = [
    t("phone-circle-is", {
      taken: roles.length,
      roles: list(roles),
      free: chairs.filter((chair) => !chair.role && !chair.kept).length,
    }),
    ...(speaking ? [t("phone-listen-word", { role: room.roles[speaking]?.label ?? "" })] : []),
  ];
  const item = room.item;
  return (
    <div class="figure">
      <Circle
        chairs={circle.chairs}
        roles={room.roles}
        outer={room.dots}
        label={t("label-circle")}
        description={sentences.join(" ")}
        mine={mine}
        {...(item ? { left: left(item, seconds.value) } : {})}
        centre={
          item && remaining(item, seconds.value) > 0 ? (
            <Minutes left={remaining(item, seconds.value)} />
          ) : null
        }
      />
    </div>
  );
}

function Minutes({ left }: { left: number }) {
  return (
    <text class="minutes" x="500" y="520">
      {t("phone-circle-minutes", { minutes: minutes(left) })}
    </text>
  );
}

/** A chair taken late is somebody else's surprise, so that is only asked while it is fresh. */
const TAKE_WITHIN_MS = 10_000;

function Speak({ onTapIn }: { onTapIn?: () => void }) {
  const room = view.value;
  if (!room) return null;
  const { ask, take, tapIn } = offers(room, me.value);
  return (
    <>
      {take && (
        <Do does="take_chair" kind="warm" within_ms={TAKE_WITHIN_MS}>
          {t("phone-listen-take")}
        </Do>
      )}
      {tapIn && onTapIn && (
        <button type="button" class="button main" onClick={onTapIn}>
          {t("phone-tap-in")}
        </button>
      )}
      {ask && (
        <Do does="ask_to_speak" kind={take || tapIn ? "other" : "main"}>
          {t("phone-listen-ask")}
        </Do>
      )}
      {!take && <Outcome of="take_chair" />}
    </>
  );
}
