// What a browser remembers for us. Where storage is blocked (a private window, a strict setting) it is kept in
// memory instead, so that nothing else has to ask whether it may.

export interface Keep {
  get(name: string): string | null;
  set(name: string, value: string): void;
  drop(name: string): void;
}

/** `storage` gives localStorage or sessionStorage; merely touching those can throw. */
export function keep(storage: () => Storage): Keep {
  const memory = new Map<string, string>();
  return {
    get(name) {
      try {
        return memory.get(name) ?? storage().getItem(name);
      } catch {
        return memory.get(name) ?? null;
      }
    },
    set(name, value) {
      try {
        storage().setItem(name, value);
        memory.delete(name);
      } catch {
        memory.set(name, value);
      }
    },
    drop(name) {
      memory.delete(name);
      try {
        storage().removeItem(name);
      } catch {
        // It was never there.
      }
    },
  };
}

/** Outlives the tab: who this phone is, which language its person reads. */
export const lasting: Keep = keep(() => localStorage);
/** Outlives a reload: what was typed and not yet sent, what was sent and not yet answered. */
export const passing: Keep = keep(() => sessionStorage);
