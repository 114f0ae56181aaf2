// Above everything: which session this is, the three numbers (P6), how far along the room is (S3), help, and the rest.

import { useEffect, useRef } from "preact/hooks";
import { remaining, seconds } from "../shared/clock.ts";
import { Mark } from "../shared/mark.tsx";
import type { ConsoleView } from "../shared/protocol.ts";
import { language, languages, t } from "../shared/texts.ts";
import { actions } from "./actions.ts";
import { ActionButton, letGo } from "./button.tsx";
import { type Desk, question } from "./desk.ts";

interface TopProps {
  desk: Desk;
  view: ConsoleView;
  code: string;
  choose: (language: string) => void;
  help: () => void;
}

export function Top({ desk, view, code, choose, help }: TopProps) {
  const all = actions(view);
  const { busy, control } = desk;
  return (
    <header class="top">
      <Mark size={30} />
      <h1>
        {view.title} {view.subtitle && <small>{view.subtitle}</small>}
      </h1>
      <Numbers counts={view.counts} />
      {view.state === "live" && <Pace view={view} />}
      {(["helper", "hand_over"] as const).map((name) => (
        <ActionButton
          key={name}
          class="slim"
          action={all[name]}
          busy={busy.value.has(name)}
          off={!control.value}
          onPress={() => desk.act(all[name])}
        />
      ))}
      <button
        type="button"
        class="act slim help"
        aria-label={t("console-do-keys")}
        aria-keyshortcuts="?"
        onClick={(event) => {
          letGo(event);
          help();
        }}
      >
        <span class="key" aria-hidden="true">
          ?
        </span>
      </button>
      <Menu desk={desk} code={code} choose={choose} />
    </header>
  );
}

function Numbers({ counts }: { counts: ConsoleView["counts"] }) {
  return (
    <ul class="numbers" aria-label={t("console-counts", counts)}>
      {(["present", "joined", "connected"] as const).map((name) => (
        <li key={name} data-count={name}>
          {t(`console-number-${name}`, { n: counts[name] })}
        </li>
      ))}
    </ul>
  );
}

/** Whole minutes; the running item counts once it is over its time. */
export function behindMinutes(view: ConsoleView, now: number): number {
  const over = view.item ? Math.max(0, -remaining(view.item, now)) : 0;
  return Math.round((view.behind_s + over) / 60);
}

function Pace({ view }: { view: ConsoleView }) {
  const minutes = behindMinutes(view, seconds.value);
  const said = minutes === 0 ? "console-on-time" : minutes > 0 ? "console-behind" : "console-ahead";
  return (
    <p class={minutes > 2 ? "pace late" : "pace"} title={t("console-pace")}>
      {t(said, { n: Math.abs(minutes) })}
    </p>
  );
}

interface MenuProps extends Pick<TopProps, "desk" | "code" | "choose"> {}

function Menu({ desk, code, choose }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const away = (event: Event) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    addEventListener("pointerdown", away);
    addEventListener("focusin", away);
    return () => {
      removeEventListener("pointerdown", away);
      removeEventListener("focusin", away);
    };
  }, []);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const me = desk.me.value;
  const said = language.value;
  const stage = `/s/${code}/stage?lang=${said}`;
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <summary class="act slim">{t("label-more")}</summary>
      <div class="sheet">
        {desk.token.value && (
          <a href={`${stage}#${desk.token.value}`} target="_blank" rel="noopener">
            {t("console-open-stage")} <small>{t("console-open-stage-hint")}</small>
          </a>
        )}
        {me?.stage_token && (
          <a href={`${stage}#${me.stage_token}`} target="_blank" rel="noopener">
            {t("console-open-projector")} <small>{t("console-open-projector-hint")}</small>
          </a>
        )}
        <a href={`/s/${code}`} target="_blank" rel="noopener">
          {t("console-open-join")}{" "}
          <small>
            {t("label-code")} {code}
          </small>
        </a>
        <fieldset>
          <legend>{t("label-language")}</legend>
          {languages.map((one) => (
            <button
              key={one.code}
              type="button"
              lang={one.code}
              dir={one.direction}
              aria-pressed={one.code === said}
              onClick={() => choose(one.code)}
            >
              {one.name}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="grave"
          aria-disabled={!desk.control.value}
          onClick={() => {
            close();
            if (desk.control.peek())
              desk.ask({
                ...question("console-close", true),
                name: "close_session",
                command: { do: "close_session" },
              });
          }}
        >
          {t("console-close-session")}
        </button>
      </div>
    </details>
  );
}
