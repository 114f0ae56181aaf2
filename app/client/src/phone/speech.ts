// Reading aloud, on request, with whatever voice the phone has. Silent phones simply have no such button.

import { signal } from "@preact/signals";
import { language } from "../shared/texts.ts";

export const canSpeak =
  typeof speechSynthesis !== "undefined" && typeof SpeechSynthesisUtterance !== "undefined";

/** The text that is being read, "" in silence. */
export const reading = signal("");

export function readAloud(text: string): void {
  if (reading.value === text) {
    hush();
    return;
  }
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = language.value;
  spoken.rate = 0.92;
  const voice = speechSynthesis.getVoices().find((one) => one.lang.startsWith(language.value));
  if (voice) spoken.voice = voice;
  spoken.onend = spoken.onerror = () => {
    if (reading.value === text) reading.value = "";
  };
  reading.value = text;
  speechSynthesis.speak(spoken);
}

export function hush(): void {
  if (canSpeak && reading.value) speechSynthesis.cancel();
  reading.value = "";
}
