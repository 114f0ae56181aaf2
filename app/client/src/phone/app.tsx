// The frame around every screen: who we are, a way to help, what the connection is like; and which screen it is.

import { computed, effect, signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Mark } from "../shared/mark.tsx";
import { address, t } from "../shared/texts.ts";
import { Ended } from "./ended.tsx";
import { Joining, joiningStep } from "./joining.tsx";
import { After, fetchLater, Harvest, Menu, Result } from "./lazy.tsx";
import { Listen, Lobby, Talk } from "./listening.tsx";
import { menu } from "./menu_place.ts";
import { Break, Cancelled, Gone, Moment, Opening, Paused, Silence, Waiting } from "./room.tsx";
import { type Screen, screenOf } from "./screens.ts";
import { Called, Queue, Seated, SecondRow, Speaking } from "./seats.tsx";
import { announced, connection, me, title, trouble, view } from "./session.ts";
import { hush } from "./speech.ts";
import { Vote, VoteClosed } from "./vote.tsx";

const SCREENS: Record<Screen, () => preact.JSX.Element | null> = {
  opening: Opening,
  cancelled: Cancelled,
  after: After,
  joining: Joining,
  gone: Gone,
  called: Called,
  paused: Paused,
  moment: Moment,
  vote: Vote,
  vote_closed: VoteClosed,
  result: Result,
  seated: Seated,
  speaking: Speaking,
  harvest: Harvest,
  second_row: SecondRow,
  queue: Queue,
  lobby: Lobby,
  waiting: Waiting,
  break: Break,
  silence: Silence,
  talk: Talk,
  listen: Listen,
};

export const screen = computed(() => screenOf(view.value, me.value));
/** The statement belongs to the screen: the next one is a new question. */
const place = computed(() => `${screen.value} ${view.value?.statement?.id ?? ""}`);

// A call is for now, whatever one was looking at; and whoever left has left the menu too.
effect(() => {
  if (screen.value === "called" || screen.value === "gone") menu.value = undefined;
});
effect(() => {
  if (me.value.person) fetchLater();
});
effect(() => {
  if (view.value) address.value = view.value.address;
});

export function App() {
  const Shown = connection.status.value === "ended" ? Ended : SCREENS[screen.value];
  useArrival();
  useBuzz();
  document.title = t("phone-page", { title: title.value });
  document.documentElement.dataset.screen = menu.value ? "menu" : screen.value;
  return (
    <>
      <Header />
      {menu.value ? <Menu /> : <Shown />}
      <p class="unseen" role="status">
        {announced.value}
      </p>
    </>
  );
}

function Header() {
  const joined = me.value.person !== undefined && connection.status.value !== "ended";
  return (
    <header>
      <Mark size={30} />
      <span class="session">{title.value}</span>
      {joined && !menu.value && (
        <button
          type="button"
          class="pill"
          onClick={() => {
            menu.value = "menu";
          }}
        >
          {t("phone-menu")}
        </button>
      )}
      <Offline />
    </header>
  );
}

const cut = signal(false);
const PATIENCE_MS = 2000;

/** Laid over the header, so that nothing moves. A hiccup of a second is not worth a word. */
function Offline() {
  useSignalEffect(() => {
    const lost = connection.status.value === "lost";
    if (!lost) {
      cut.value = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      cut.value = true;
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div class={`offline${cut.value ? " cut" : ""}`} role="status">
      {cut.value && (
        <p>
          <b>{t("phone-offline-title")}.</b> {t("phone-offline-text")}
        </p>
      )}
    </div>
  );
}

/** On another screen: its heading gets the focus, so that a screen reader says where one is, and reading stops. */
function useArrival(): void {
  const here = `${place.value} ${joiningStep.value} ${menu.value ?? ""} ${connection.ending.value ?? ""}`;
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    hush();
    trouble.value = undefined;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [here]);
}

/** Being called is felt, where the phone can. Browsers allow it only after a first touch. */
function useBuzz(): void {
  useSignalEffect(() => {
    const called = screen.value === "called";
    if (called && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([300, 150, 300]);
  });
}
