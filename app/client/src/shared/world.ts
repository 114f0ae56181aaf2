// The browser as a connection sees it: its clock, its network, whether anybody is looking.

import type { World } from "./connection.ts";
import { opener } from "./opener.ts";

export function world(code: string): World {
  return {
    open: opener(code),
    now: () => Date.now(),
    random: () => Math.random(),
    after(ms, what) {
      const timer = setTimeout(what, ms);
      return () => clearTimeout(timer);
    },
    hidden: () => document.visibilityState === "hidden",
    watch(back) {
      addEventListener("online", () => back("online"));
      addEventListener("offline", () => back("offline"));
      // pageshow: back out of the browser's own cache, with a socket that died in there.
      addEventListener("pageshow", (event) => event.persisted && back("online"));
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") back("visible");
      });
    },
  };
}
