// A button of the console, with its key on it. It is never guessed to have worked: while its command is under way it
// says so, and after that the view tells.

import type { ComponentChildren } from "preact";
import { t } from "../shared/texts.ts";
import type { Action } from "./actions.ts";

/** What a key is called on its button. */
export function keyName(key: string): string {
  return key === " " ? t("console-space") : key.toUpperCase();
}

interface ActionButtonProps {
  action: Action;
  busy: boolean;
  /** This console only watches. */
  off: boolean;
  onPress: () => void;
  class?: string;
  children?: ComponentChildren;
}

export function ActionButton({ action, busy, off, onPress, children, ...rest }: ActionButtonProps) {
  const idle = action.idle || (off && !action.watching);
  return (
    <button
      type="button"
      class={`act${action.on ? " on" : ""}${busy ? " busy" : ""} ${rest.class ?? ""}`}
      data-do={action.name}
      aria-keyshortcuts={action.key === " " ? "Space" : action.key.toUpperCase()}
      aria-disabled={idle}
      aria-busy={busy}
      onClick={(event) => {
        letGo(event);
        if (!idle) onPress();
      }}
    >
      <span class="label">{children || t(action.label)}</span>
      <span class="key" aria-hidden="true">
        {keyName(action.key)}
      </span>
    </button>
  );
}

/**
 * After a click with the pointer the focus goes back to the page, so that the space bar goes on meaning "next from
 * the queue". From the keyboard (`detail` 0) it stays where it is.
 */
export function letGo(event: MouseEvent): void {
  if (event.detail > 0 && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

interface PressProps {
  name: string;
  busy: ReadonlySet<string>;
  onPress: () => void;
  label?: string | undefined;
  class?: string;
  off?: boolean;
  children: ComponentChildren;
}

/** A button without a key of its own. `label` says in full what its few words are about. */
export function Press({ name, busy, onPress, label, off = false, children, ...rest }: PressProps) {
  const waits = busy.has(name);
  return (
    <button
      type="button"
      class={`press${waits ? " busy" : ""} ${rest.class ?? ""}`}
      data-press={name}
      aria-label={label}
      aria-busy={waits}
      aria-disabled={off}
      onClick={(event) => {
        letGo(event);
        if (!off) onPress();
      }}
    >
      {children}
    </button>
  );
}
