// Every sentence on a screen, from the same Fluent files the server reads (app/locales). Only the files of the
// language somebody reads are fetched. `t` reads a signal, so choosing another language redraws what shows text.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";
import type { Address } from "./protocol.ts";

export type Values = Record<string, FluentVariable>;
/** What Vite's `import.meta.glob("../../../locales/*\/{common,phone}.ftl", {query: "?raw", import: "default"})` gives. */
export type Sources = Record<string, () => Promise<unknown>>;

export interface Language {
  code: string;
  name: string;
  direction: "ltr" | "rtl";
}
/** The languages there are, as the server says on the page: nothing in the client names one. */
export const languages: readonly Language[] =
  typeof document === "undefined" ? [] : JSON.parse(document.body.dataset.languages ?? "[]");

/** The language on the screen, "" until its texts are there. */
export const language = signal("");
/** How the session speaks to people; every text may select on `$address`. */
export const address = signal<Address>("u");

const bundle = signal<FluentBundle | undefined>(undefined);
const loaded = new Map<string, FluentBundle>();

/** Fetch the texts of `wanted` out of `sources`, once, and show them. Rejects when they can't be had. */
export async function speak(wanted: string, sources: Sources): Promise<void> {
  let made = loaded.get(wanted);
  if (!made) {
    const files = Object.entries(sources).filter(([path]) => path.includes(`/${wanted}/`));
    made = bundleOf(wanted, (await Promise.all(files.map(([, load]) => load()))) as string[]);
    loaded.set(wanted, made);
  }
  bundle.value = made;
  language.value = wanted;
  if (typeof document !== "undefined") {
    document.documentElement.lang = wanted;
    document.documentElement.dir = directionOf(wanted);
  }
}

/** What a language is called in itself. */
export function nameOf(code: string): string {
  return languages.find((one) => one.code === code)?.name ?? code;
}

function directionOf(code: string): Language["direction"] {
  return languages.find((one) => one.code === code)?.direction ?? "ltr";
}

export function bundleOf(wanted: string, sources: readonly string[]): FluentBundle {
  const made = new FluentBundle(wanted, { useIsolating: directionOf(wanted) === "rtl" });
  for (const source of sources) made.addResource(new FluentResource(source));
  return made;
}

/**
 * The text `key`; its variables from `values`, with `$address` always among them. A missing text shows its key. A word
 * of the vocabulary may end it as it is: `answer-dont_know` is the text `answer-dont-know`.
 */
export function t(key: string, values: Values = {}): string {
  const message = bundle.value?.getMessage(key.replaceAll("_", "-"));
  if (!message?.value) return bundle.value ? key : "";
  const errors: Error[] = [];
  const text =
    bundle.value?.formatPattern(message.value, { address: address.value, ...values }, errors) ?? "";
  if (errors.length > 0) console.error(`text ${key}: ${errors.map(String).join("; ")}`);
  return text;
}

/** "bewoners, ambtenaren en onderzoekers". */
export function list(parts: readonly string[]): string {
  return new Intl.ListFormat(language.value || "en", { type: "conjunction" }).format(parts);
}
