// What stands around every scene: the title above, and the way in, small, in a corner at all times.

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Mark } from "../shared/mark.tsx";
import type { LitStage, Role } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { useFit } from "./fit.ts";

interface FrameProps {
  view: LitStage;
  scene: string;
  /** What is drawn beside the words; without it the words have the whole width. */
  figure?: ComponentChildren;
  /** Instead of the session's title. */
  head?: string;
  children: ComponentChildren;
}

export function Frame({ view, scene, figure, head, children }: FrameProps) {
  return (
    <main class={figure ? "scene" : "scene wide"} data-scene={scene}>
      {figure && <div class="figure">{figure}</div>}
      <div class="words">
        <p class="head">
          <Mark size="2.6rem" />
          <span>{head ?? [view.title, view.subtitle].filter(Boolean).join(" · ")}</span>
        </p>
        <Say>{children}</Say>
        <Join code={view.code} />
      </div>
    </main>
  );
}

/** What is said in words, as large as the screen allows. */
export function Say({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useFit(box);
  return (
    <div class="say" ref={box}>
      <div>{children}</div>
    </div>
  );
}

export function Join({ code }: { code: string }) {
  return (
    <div class="join">
      <img class="qr" src={`/s/${code}/qr.svg`} alt={t("stage-qr")} width="130" height="130" />
      <p>
        {t("stage-join")} <Code code={code} />
      </p>
    </div>
  );
}

/** In two halves, since three letters are easier to carry than six. */
export function Code({ code }: { code: string }) {
  return (
    <strong class="code">
      {code.slice(0, 3)} {code.slice(3)}
    </strong>
  );
}

/** "● bewoners ◆ vertrouwenspersonen": the sentence beside the circle is its legend. */
export function RoleList({ keys, roles }: { keys: readonly string[]; roles: Record<string, Role> }) {
  const known = keys.map((key) => roles[key]).filter((role) => role !== undefined);
  return (
    <ul class="roles">
      {known.map((role) => (
        <li key={role.no}>
          <RoleSign role={role} size="1.15em" /> {role.plural}
        </li>
      ))}
    </ul>
  );
}
