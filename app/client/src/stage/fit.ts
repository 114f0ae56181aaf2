// Words that have to be read from ten metres are as large as they can be, and never larger than the screen: a long
// question becomes smaller instead of pushing the way in off the projector.

import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const STEPS = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.44, 0.38];

/** Fits what is inside `box` to its height, by the custom property --fit. Anew after every render and resize. */
export function useFit(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const fit = () => {
      const within = box.current;
      const inside = within?.firstElementChild;
      if (!within || !inside) return;
      for (const step of STEPS) {
        within.style.setProperty("--fit", String(step));
        if (inside.scrollHeight <= within.clientHeight) return;
      }
    };
    fit();
    void document.fonts?.ready.then(fit);
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  });
}
